using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>A value that is made of several columns and fixed texts: <c>{date}T{time}Z</c>. Doubled braces stand for themselves.</summary>
internal static class SourceTemplate
{
    private const int MaximumParts = 16;

    /// <summary>The parts of a template.</summary>
    public static IReadOnlyList<SourcePart> Parse(string template, string pointer, List<Error> errors)
    {
        var parts = new List<SourcePart>();
        var literal = "";
        for (var i = 0; i < template.Length; i++)
        {
            var isDoubled = i + 1 < template.Length && template[i + 1] == template[i];
            if (template[i] is not ('{' or '}') || isDoubled)
            {
                literal += template[i];
                i += template[i] is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end <= i + 1)
            {
                errors.Add(MapElement.Invalid(pointer, template, $"The brace at character {i + 1} belongs to no {{COLUMN}}; a brace itself is written twice."));
                return [];
            }

            AddLiteral(parts, ref literal);
            parts.Add(new SourcePart(IsColumn: true, template[(i + 1)..end]));
            i = end;
        }

        AddLiteral(parts, ref literal);
        if (parts.Count > MaximumParts)
        {
            errors.Add(MapElement.Invalid(pointer, template, $"A template has at most {MaximumParts} parts."));
        }

        return parts;
    }

    /// <summary>The template of such parts.</summary>
    public static string Format(IEnumerable<SourcePart> parts) => string.Concat(parts.Select(static part => part.IsColumn
        ? $"{{{part.Text}}}"
        : part.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));

    private static void AddLiteral(List<SourcePart> parts, ref string literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new SourcePart(IsColumn: false, literal));
            literal = "";
        }
    }
}
