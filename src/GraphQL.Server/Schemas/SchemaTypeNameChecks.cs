using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Schemas;

/// <summary>Every type that a schema refers to exists.</summary>
internal sealed class SchemaTypeNameChecks(List<TypeSystemSyntax> definitions, SchemaFindings findings)
{
    private static readonly string[] Standard =
        [.. BuiltInScalars.Names, .. IntrospectionSchema.Definitions.OfType<TypeDefinitionSyntax>().Select(type => type.Name.Value)
            .Where(name => !string.Equals(name, IntrospectionSchema.MetaFields, StringComparison.Ordinal))];

    private readonly HashSet<string> known = [.. Standard, .. definitions.OfType<TypeDefinitionSyntax>().Where(type => !type.IsExtension).Select(type => type.Name.Value)];

    public void Check()
    {
        foreach (var type in definitions.SelectMany(References).Where(type => !known.Contains(type.Name)))
        {
            findings.Report($"Unknown type \"{type.Name}\".{Suggestions.For(type.Name, known)}", type.Start);
        }
    }

    private static IEnumerable<NamedTypeSyntax> References(TypeSystemSyntax definition) => definition switch
    {
        SchemaSyntax schema => schema.RootTypes.Select(root => root.Type),
        FieldsTypeSyntax type => type.Interfaces.Concat(type.Fields.SelectMany(field => Inputs(field.Arguments).Append(field.Type.Named))),
        UnionTypeSyntax union => union.Members,
        InputObjectTypeSyntax input => Inputs(input.Fields),
        DirectiveDefinitionSyntax directive => Inputs(directive.Arguments),
        _ => [],
    };

    private static IEnumerable<NamedTypeSyntax> Inputs(InputValueSyntax[] inputs) => inputs.Select(input => input.Type.Named);
}
