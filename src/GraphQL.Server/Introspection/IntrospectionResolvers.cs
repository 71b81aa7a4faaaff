using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Introspection;

/// <summary>What the fields of introspection give (section 4 of the specification).</summary>
internal static class IntrospectionResolvers
{
    private static readonly Dictionary<string, Func<object, InputObject, object?>> Resolvers = new(StringComparer.Ordinal)
    {
        ["__Schema.description"] = (schema, _) => ((Schema)schema).Description,
        ["__Schema.types"] = (schema, _) => ((Schema)schema).Types,
        ["__Schema.queryType"] = (schema, _) => ((Schema)schema).Query,
        ["__Schema.mutationType"] = (schema, _) => ((Schema)schema).Mutation,
        ["__Schema.subscriptionType"] = (schema, _) => ((Schema)schema).Subscription,
        ["__Schema.directives"] = (schema, _) => ((Schema)schema).Directives,
        ["__Type.kind"] = (type, _) => Kind((GraphType)type),
        ["__Type.name"] = (type, _) => (type as NamedType)?.Name,
        ["__Type.description"] = (type, _) => (type as NamedType)?.Description,
        ["__Type.specifiedByURL"] = (type, _) => (type as ScalarType)?.SpecifiedByUrl,
        ["__Type.fields"] = (type, arguments) => (type as FieldsType)?.Fields.Where(field => Shows(arguments, field.DeprecationReason)),
        ["__Type.interfaces"] = (type, _) => (type as FieldsType)?.Interfaces,
        ["__Type.possibleTypes"] = (type, _) => type is InterfaceType or UnionType ? ((CompositeType)type).PossibleTypes : null,
        ["__Type.enumValues"] = (type, arguments) => (type as EnumType)?.Values.Where(value => Shows(arguments, value.DeprecationReason)),
        ["__Type.inputFields"] = (type, arguments) => (type as InputObjectType)?.Fields.Where(field => Shows(arguments, field.DeprecationReason)),
        ["__Type.ofType"] = (type, _) => type switch { ListType list => list.Item, NonNullType strict => strict.Item, _ => null },
        ["__Type.isOneOf"] = (type, _) => (type as InputObjectType)?.IsOneOf,
        ["__Field.name"] = (field, _) => ((FieldDefinition)field).Name,
        ["__Field.description"] = (field, _) => ((FieldDefinition)field).Description,
        ["__Field.args"] = (field, arguments) => Inputs(((FieldDefinition)field).Arguments, arguments),
        ["__Field.type"] = (field, _) => ((FieldDefinition)field).Type,
        ["__Field.isDeprecated"] = (field, _) => ((FieldDefinition)field).DeprecationReason is not null,
        ["__Field.deprecationReason"] = (field, _) => ((FieldDefinition)field).DeprecationReason,
        ["__InputValue.name"] = (input, _) => ((InputValueDefinition)input).Name,
        ["__InputValue.description"] = (input, _) => ((InputValueDefinition)input).Description,
        ["__InputValue.type"] = (input, _) => ((InputValueDefinition)input).Type,
        ["__InputValue.defaultValue"] = (input, _) => ((InputValueDefinition)input).Default?.ToString(),
        ["__InputValue.isDeprecated"] = (input, _) => ((InputValueDefinition)input).DeprecationReason is not null,
        ["__InputValue.deprecationReason"] = (input, _) => ((InputValueDefinition)input).DeprecationReason,
        ["__EnumValue.name"] = (value, _) => ((EnumValueDefinition)value).Name,
        ["__EnumValue.description"] = (value, _) => ((EnumValueDefinition)value).Description,
        ["__EnumValue.isDeprecated"] = (value, _) => ((EnumValueDefinition)value).DeprecationReason is not null,
        ["__EnumValue.deprecationReason"] = (value, _) => ((EnumValueDefinition)value).DeprecationReason,
        ["__Directive.name"] = (directive, _) => ((DirectiveType)directive).Name,
        ["__Directive.description"] = (directive, _) => ((DirectiveType)directive).Description,
        ["__Directive.isRepeatable"] = (directive, _) => ((DirectiveType)directive).IsRepeatable,
        ["__Directive.locations"] = (directive, _) => ((DirectiveType)directive).Locations,
        ["__Directive.args"] = (directive, arguments) => Inputs(((DirectiveType)directive).Arguments, arguments),
    };

    /// <summary>What a field of introspection gives; null for a field of the schema's own.</summary>
    public static Func<object, InputObject, object?>? Find(Schema schema, FieldDefinition field)
    {
        if (ReferenceEquals(field, schema.SchemaField))
        {
            return (_, _) => schema;
        }

        return ReferenceEquals(field, schema.TypeField)
            ? (_, arguments) => schema.Type(arguments.Get<string>("name")!)
            : Resolvers.GetValueOrDefault(field.ToString());
    }

    private static IEnumerable<InputValueDefinition> Inputs(IEnumerable<InputValueDefinition> inputs, InputObject arguments)
        => inputs.Where(input => Shows(arguments, input.DeprecationReason));

    private static bool Shows(InputObject arguments, string? deprecationReason) => deprecationReason is null || arguments.Get<bool>("includeDeprecated");

    private static string Kind(GraphType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };
}
