using System.Text;

namespace GraphQL.Server.Language;

/// <summary>Writes documents in the one form that everybody's formatter gives them.</summary>
internal static class SyntaxPrinter
{
    private const int LineLength = 80;

    public static string Print(DocumentSyntax document) => string.Join("\n\n", document.Definitions.Select(Print));

    public static string Print(DefinitionSyntax definition) => definition switch
    {
        OperationSyntax operation => Print(operation),
        FragmentSyntax fragment => Described(fragment, Words(
            $"fragment {fragment.Name} on {fragment.TypeCondition}", Print(fragment.Directives), Print(fragment.SelectionSet))),
        _ => SchemaSyntaxPrinter.Print((TypeSystemSyntax)definition),
    };

    public static string Print(ValueSyntax value) => value switch
    {
        VariableSyntax variable => $"${variable.Name}",
        IntSyntax number => number.Text,
        FloatSyntax number => number.Text,
        StringSyntax text => text.IsBlock ? BlockString.Print(text.Value) : Quote(text.Value),
        BooleanSyntax boolean => boolean.Value ? "true" : "false",
        EnumSyntax word => word.Value,
        ListSyntax list => Print(list),
        ObjectSyntax fields => Print(fields),
        _ => "null",
    };

    public static string Print(DirectiveSyntax[] directives) => string.Join(' ', directives.Select(directive
        => $"@{directive.Name}{(directive.Arguments.Length == 0 ? "" : $"({string.Join(", ", directive.Arguments.Select(Print))})")}"));

    /// <summary>A text as a string, with escapes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\x7F' and <= '\x9F') => quoted.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>What is not empty, with spaces between.</summary>
    public static string Words(params ReadOnlySpan<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            text.Append(text.Length > 0 && word.Length > 0 ? " " : "").Append(word);
        }

        return text.ToString();
    }

    /// <summary>Lines between braces, indented; nothing where there are none.</summary>
    public static string Block(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        return text.Length == 0 ? "" : $"{{\n{Indent(text)}\n}}";
    }

    public static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);

    public static string Described(DefinitionSyntax definition, string text) => Described(definition.Description, text);

    private static string Described(StringSyntax? description, string text) => description is null ? text : $"{Print(description)}\n{text}";

    private static string Print(OperationSyntax operation)
    {
        var keyword = OperationSyntax.Keyword(operation.Kind);
        var variables = operation.Variables.Select(Print).ToList();
        var list = variables.Count == 0 ? ""
            : variables.Exists(text => text.Contains('\n', StringComparison.Ordinal)) ? $"(\n{string.Join('\n', variables)}\n)"
            : $"({string.Join(", ", variables)})";
        var head = Described(operation, Words(keyword, $"{operation.Name}{list}", Print(operation.Directives)));
        return string.Equals(head, "query", StringComparison.Ordinal) ? Print(operation.SelectionSet) : $"{head} {Print(operation.SelectionSet)}";
    }

    private static string Print(VariableDefinitionSyntax variable)
    {
        var text = $"{Print(variable.Variable)}: {variable.Type}{(variable.Default is null ? "" : $" = {variable.Default}")}";
        return Described(variable.Description, Words(text, Print(variable.Directives)));
    }

    private static string Print(SelectionSetSyntax? selectionSet) => selectionSet is null ? "" : Block(selectionSet.Selections.Select(Print));

    private static string Print(SelectionSyntax selection) => selection switch
    {
        FieldSyntax field => Words(
            WithArguments(field.Alias is null ? field.Name.Value : $"{field.Alias}: {field.Name}", field.Arguments),
            Print(field.Directives),
            Print(field.SelectionSet)),
        FragmentSpreadSyntax spread => Words($"...{spread.Name}", Print(spread.Directives)),
        InlineFragmentSyntax inline => Words(
            "...", inline.TypeCondition is null ? "" : $"on {inline.TypeCondition}", Print(inline.Directives), Print(inline.SelectionSet)),
        _ => throw new InvalidOperationException($"{selection.GetType().Name} is no selection."),
    };

    private static string WithArguments(string prefix, ArgumentSyntax[] arguments)
    {
        if (arguments.Length == 0)
        {
            return prefix;
        }

        var line = $"{prefix}({string.Join(", ", arguments.Select(Print))})";
        return line.Length <= LineLength ? line : $"{prefix}(\n{Indent(string.Join('\n', arguments.Select(Print)))}\n)";
    }

    private static string Print(ArgumentSyntax argument) => $"{argument.Name}: {argument.Value}";

    private static string Print(ListSyntax list)
    {
        var line = $"[{string.Join(", ", list.Values.Select(Print))}]";
        return line.Length <= LineLength ? line : $"[\n{Indent(string.Join('\n', list.Values.Select(Print)))}\n]";
    }

    private static string Print(ObjectSyntax fields)
    {
        if (fields.Fields.Length == 0)
        {
            return "{  }";
        }

        var members = fields.Fields.Select(field => $"{field.Name}: {field.Value}").ToList();
        var line = $"{{ {string.Join(", ", members)} }}";
        return line.Length <= LineLength ? line : Block(members);
    }
}
