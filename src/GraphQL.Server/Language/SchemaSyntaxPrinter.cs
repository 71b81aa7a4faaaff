namespace GraphQL.Server.Language;

/// <summary>Writes definitions of a schema.</summary>
internal static class SchemaSyntaxPrinter
{
    public static string Print(TypeSystemSyntax definition)
        => SyntaxPrinter.Described(definition, (definition.IsExtension ? "extend " : "") + Body(definition));

    private static string Body(TypeSystemSyntax definition)
    {
        var directives = SyntaxPrinter.Print(definition.Directives);
        return definition switch
        {
            SchemaSyntax schema => SyntaxPrinter.Words(
                "schema", directives, SyntaxPrinter.Block(schema.RootTypes.Select(root => $"{OperationSyntax.Keyword(root.Operation)}: {root.Type}"))),
            ScalarTypeSyntax type => SyntaxPrinter.Words("scalar", type.Name.Value, directives),
            FieldsTypeSyntax type => SyntaxPrinter.Words(
                type is ObjectTypeSyntax ? "type" : "interface",
                type.Name.Value,
                type.Interfaces.Length == 0 ? "" : $"implements {string.Join<NamedTypeSyntax>(" & ", type.Interfaces)}",
                directives,
                SyntaxPrinter.Block(type.Fields.Select(Print))),
            UnionTypeSyntax type => SyntaxPrinter.Words(
                "union", type.Name.Value, directives, type.Members.Length == 0 ? "" : $"= {string.Join<NamedTypeSyntax>(" | ", type.Members)}"),
            EnumTypeSyntax type => SyntaxPrinter.Words("enum", type.Name.Value, directives, SyntaxPrinter.Block(type.Values.Select(Print))),
            InputObjectTypeSyntax type => SyntaxPrinter.Words("input", type.Name.Value, directives, SyntaxPrinter.Block(type.Fields.Select(Print))),
            DirectiveDefinitionSyntax directive =>
                $"directive @{directive.Name}{Print(directive.Arguments)}{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}",
            _ => throw new InvalidOperationException($"{definition.GetType().Name} is no definition of a schema."),
        };
    }

    private static string Print(FieldDefinitionSyntax field)
        => SyntaxPrinter.Described(field, SyntaxPrinter.Words($"{field.Name}{Print(field.Arguments)}: {field.Type}", SyntaxPrinter.Print(field.Directives)));

    private static string Print(EnumValueDefinitionSyntax value)
        => SyntaxPrinter.Described(value, SyntaxPrinter.Words(value.Name.Value, SyntaxPrinter.Print(value.Directives)));

    private static string Print(InputValueSyntax value) => SyntaxPrinter.Described(value, SyntaxPrinter.Words(
        $"{value.Name}: {value.Type}{(value.Default is null ? "" : $" = {value.Default}")}", SyntaxPrinter.Print(value.Directives)));

    private static string Print(InputValueSyntax[] arguments)
    {
        if (arguments.Length == 0)
        {
            return "";
        }

        var texts = arguments.Select(Print).ToList();
        return texts.Exists(text => text.Contains('\n', StringComparison.Ordinal))
            ? $"(\n{SyntaxPrinter.Indent(string.Join('\n', texts))}\n)"
            : $"({string.Join(", ", texts)})";
    }
}
