namespace FinancialFirewall.Evaluation.Reports;

/// <summary>A table of texts in columns as wide as they need, the first one to the left, the others to the right.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row with as many fields as the header has.</summary>
    public void Add(params string[] fields) => rows.Add(fields);

    /// <summary>Writes it with a line below the header and an empty one behind; nothing without rows.</summary>
    public void Write(TextWriter writer)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var widths = header.Select((name, column) => rows.Max(row => row[column].Length) is var widest && widest > name.Length ? widest : name.Length).ToArray();
        WriteRow(writer, header, widths);
        writer.WriteLine(new string('-', widths.Sum() + (2 * (widths.Length - 1))));
        rows.ForEach(row => WriteRow(writer, row, widths));
        writer.WriteLine();
    }

    private static void WriteRow(TextWriter writer, string[] row, int[] widths)
        => writer.WriteLine(string.Join("  ", row.Select((field, column) => column == 0 ? field.PadRight(widths[column]) : field.PadLeft(widths[column]))));
}
