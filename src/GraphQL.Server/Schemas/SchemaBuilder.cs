using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Schemas;

/// <summary>Makes types of definitions whose names are known to be unique and to exist.</summary>
internal sealed class SchemaBuilder(DocumentSyntax document, IReadOnlyDictionary<string, ScalarCoercion> scalars)
{
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);

    public Schema Build()
    {
        var own = document.Definitions.OfType<TypeDefinitionSyntax>().ToList();
        var all = own.Concat(IntrospectionSchema.Definitions.OfType<TypeDefinitionSyntax>()).ToList();
        foreach (var name in BuiltInScalars.Names)
        {
            types[name] = BuiltInScalars.Create(name);
        }

        foreach (var definition in all.Where(definition => !definition.IsExtension))
        {
            types.TryAdd(definition.Name.Value, Create(definition));
        }

        foreach (var group in all.GroupBy(definition => definition.Name.Value, StringComparer.Ordinal))
        {
            Fill(types[group.Key], [.. group.OrderBy(definition => definition.IsExtension)]);
        }

        PossibleTypes();
        return Assemble(own);
    }

    private NamedType Create(TypeDefinitionSyntax definition)
    {
        var name = definition.Name.Value;
        return definition switch
        {
            ScalarTypeSyntax => new ScalarType(name, scalars.GetValueOrDefault(name) ?? AnyScalar.Instance),
            ObjectTypeSyntax => new ObjectType(name),
            InterfaceTypeSyntax => new InterfaceType(name),
            UnionTypeSyntax => new UnionType(name),
            EnumTypeSyntax => new EnumType(name),
            _ => new InputObjectType(name),
        };
    }

    private void Fill(NamedType type, IReadOnlyList<TypeDefinitionSyntax> definitions)
    {
        if (type is ScalarType { IsBuiltIn: true })
        {
            return;
        }

        type.Syntax = definitions;
        type.Description = definitions[0].Description?.Value;
        type.Directives = AppliedDirective.From(definitions.SelectMany(definition => definition.Directives));
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedByUrl = Applied(type, "specifiedBy")?.Text("url");
                break;
            case FieldsType fields:
                FillFields(fields, [.. definitions.Cast<FieldsTypeSyntax>()]);
                break;
            case UnionType union:
                union.Members = [.. definitions.Cast<UnionTypeSyntax>().SelectMany(part => part.Members).Select(member => types[member.Name])];
                break;
            case EnumType words:
                words.Values = [.. definitions.Cast<EnumTypeSyntax>().SelectMany(part => part.Values)
                    .Select(value => new EnumValueDefinition(value, AppliedDirective.From(value.Directives)))];
                foreach (var value in words.Values)
                {
                    words.ValuesByName[value.Name] = value;
                }

                break;
            case InputObjectType input:
                input.IsOneOf = Applied(type, "oneOf") is not null;
                input.Fields = [.. definitions.Cast<InputObjectTypeSyntax>().SelectMany(part => part.Fields)
                    .Select(field => CreateInput($"{type.Name}.{field.Name}", field))];
                foreach (var field in input.Fields)
                {
                    input.FieldsByName[field.Name] = field;
                }

                break;
        }
    }

    private static AppliedDirective? Applied(NamedType type, string name)
        => type.Directives.FirstOrDefault(directive => string.Equals(directive.Name, name, StringComparison.Ordinal));

    private void FillFields(FieldsType type, List<FieldsTypeSyntax> definitions)
    {
        type.Interfaces = [.. definitions.SelectMany(part => part.Interfaces).Select(contract => types[contract.Name])];
        var parent = string.Equals(type.Name, IntrospectionSchema.MetaFields, StringComparison.Ordinal) ? null : type;
        type.Fields = [.. definitions.SelectMany(part => part.Fields).Select(field => CreateField(parent, field))];
        foreach (var field in type.Fields)
        {
            type.FieldsByName[field.Name] = field;
        }
    }

    private FieldDefinition CreateField(FieldsType? parent, FieldDefinitionSyntax syntax)
    {
        var directives = AppliedDirective.From(syntax.Directives);
        var field = new FieldDefinition(parent, syntax.Name.Value, Resolve(syntax.Type))
        {
            Description = syntax.Description?.Value,
            Directives = directives,
            DeprecationReason = AppliedDirective.DeprecationReason(directives),
            Syntax = syntax,
        };
        field.Arguments = [.. syntax.Arguments.Select(argument => CreateInput($"{field}({argument.Name}:)", argument))];
        return field;
    }

    private InputValueDefinition CreateInput(string coordinate, InputValueSyntax syntax)
    {
        var directives = AppliedDirective.From(syntax.Directives);
        return new InputValueDefinition(coordinate, syntax.Name.Value, Resolve(syntax.Type))
        {
            Description = syntax.Description?.Value,
            Directives = directives,
            DeprecationReason = AppliedDirective.DeprecationReason(directives),
            Syntax = syntax,
        };
    }

    private GraphType Resolve(TypeSyntax syntax) => syntax switch
    {
        ListTypeSyntax list => Resolve(list.Item).ListOf,
        NonNullTypeSyntax nonNull => Resolve(nonNull.Nullable).NonNull,
        _ => types[((NamedTypeSyntax)syntax).Name],
    };

    private void PossibleTypes()
    {
        var objects = types.Values.OfType<ObjectType>().ToList();
        foreach (var type in types.Values.OfType<CompositeType>())
        {
            var possible = type switch
            {
                InterfaceType contract => objects.Where(member => member.Interfaces.Contains(contract)),
                UnionType union => union.Members.OfType<ObjectType>(),
                _ => type.PossibleTypes,
            };
            type.PossibleTypes = [.. possible];
            type.PossibleTypeSet = [.. type.PossibleTypes];
        }
    }

    private Schema Assemble(List<TypeDefinitionSyntax> own)
    {
        var definitions = document.Definitions.OfType<DirectiveDefinitionSyntax>().ToList();
        var names = definitions.Select(directive => directive.Name.Value).ToHashSet(StringComparer.Ordinal);
        var directives = definitions
            .Concat(IntrospectionSchema.Definitions.OfType<DirectiveDefinitionSyntax>().Where(directive => !names.Contains(directive.Name.Value)))
            .Select(CreateDirective)
            .ToList();
        var roots = document.Definitions.OfType<SchemaSyntax>().OrderBy(part => part.IsExtension).ToList();
        var order = new TypeOrder();
        order.AddAll(own.Where(definition => !definition.IsExtension).Select(definition => types[definition.Name.Value]));
        order.AddReferences(directives.SelectMany(directive => directive.Arguments));
        order.Add(types["__Schema"]);
        return new Schema(document.Source, order.Types, directives, ((ObjectType)types[IntrospectionSchema.MetaFields]).Fields)
        {
            Description = roots.FirstOrDefault()?.Description?.Value,
            Roots = Roots(roots),
            Syntax = roots,
        };
    }

    private DirectiveType CreateDirective(DirectiveDefinitionSyntax syntax) => new(syntax)
    {
        Arguments = [.. syntax.Arguments.Select(argument => CreateInput($"@{syntax.Name}({argument.Name}:)", argument))],
    };

    private NamedType?[] Roots(List<SchemaSyntax> definitions)
    {
        if (!definitions.Exists(definition => !definition.IsExtension))
        {
            return Extended(definitions, [types.GetValueOrDefault("Query"), types.GetValueOrDefault("Mutation"), types.GetValueOrDefault("Subscription")]);
        }

        return Extended(definitions, new NamedType?[3]);
    }

    private NamedType?[] Extended(List<SchemaSyntax> definitions, NamedType?[] roots)
    {
        foreach (var root in definitions.SelectMany(definition => definition.RootTypes))
        {
            roots[(int)root.Operation] = types[root.Type.Name];
        }

        return roots;
    }
}
