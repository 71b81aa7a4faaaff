using GraphQL.Server.Language;

namespace GraphQL.Server.Schemas;

/// <summary>Nothing is defined twice.</summary>
internal static class SchemaNameChecks
{
    public static void Check(List<TypeSystemSyntax> definitions, SchemaFindings findings)
    {
        var types = definitions.OfType<TypeDefinitionSyntax>().ToList();
        Once(types.Where(type => !type.IsExtension).Select(type => type.Name), name => $"There can be only one type named \"{name}\".", findings);
        Directives([.. definitions.OfType<DirectiveDefinitionSyntax>()], findings);
        foreach (var parts in types.GroupBy(type => type.Name.Value, StringComparer.Ordinal))
        {
            Once(
                parts.OfType<EnumTypeSyntax>().SelectMany(part => part.Values).Select(value => value.Name),
                name => $"Enum value \"{parts.Key}.{name}\" can only be defined once.",
                findings);
            Once(parts.SelectMany(Fields), name => $"Field \"{parts.Key}.{name}\" can only be defined once.", findings);
            foreach (var field in parts.OfType<FieldsTypeSyntax>().SelectMany(part => part.Fields))
            {
                Arguments($"{parts.Key}.{field.Name}", field.Arguments, findings);
            }
        }

        foreach (var directive in definitions.OfType<DirectiveDefinitionSyntax>())
        {
            Arguments($"@{directive.Name}", directive.Arguments, findings);
        }
    }

    private static void Directives(List<DirectiveDefinitionSyntax> directives, SchemaFindings findings)
        => Once(directives.Select(directive => directive.Name), name => $"There can be only one directive named \"@{name}\".", findings);

    private static IEnumerable<Name> Fields(TypeDefinitionSyntax type) => type switch
    {
        FieldsTypeSyntax fields => fields.Fields.Select(field => field.Name),
        InputObjectTypeSyntax input => input.Fields.Select(field => field.Name),
        _ => [],
    };

    private static void Arguments(string parent, InputValueSyntax[] arguments, SchemaFindings findings)
    {
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            findings.Report($"Argument \"{parent}({same.Key}:)\" can only be defined once.", same.Select(argument => argument.Name.Start));
        }
    }

    private static void Once(IEnumerable<Name> names, Func<string, string> message, SchemaFindings findings)
    {
        var known = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !known.TryAdd(name.Value, name)))
        {
            findings.Report(message(name.Value), known[name.Value].Start, name.Start);
        }
    }
}
