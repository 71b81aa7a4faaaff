using GraphQL.Server.Types;

namespace GraphQL.Server.Binding;

/// <summary>A schema whose every field has a resolver.</summary>
public sealed class BoundSchema
{
    private readonly Dictionary<FieldDefinition, BoundField> fields;
    private readonly Dictionary<string, Func<object, string>> types;

    internal BoundSchema(Schema schema, Dictionary<FieldDefinition, BoundField> fields, Dictionary<string, Func<object, string>> types)
    {
        Schema = schema;
        this.fields = fields;
        this.types = types;
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    internal BoundField Field(FieldDefinition field) => fields[field];

    /// <summary>The name of the object type that an object of an abstract type has.</summary>
    internal string? TypeOf(CompositeType type, object value) => types[type.Name](value);
}
