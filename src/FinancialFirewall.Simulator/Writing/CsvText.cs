using System.Buffers;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>Fields of a table as RFC 4180 writes them.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    /// <summary>A row without its end.</summary>
    public static string Row(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string? text)
        => text is null ? "" : text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
