using System.Text;

namespace FinancialFirewall.Evaluation.Labels;

/// <summary>Reads a table of comma-separated values (RFC 4180) row by row: quoted fields may hold commas, quotes and line ends; empty rows are passed over.</summary>
public static class TableReader
{
    /// <summary>The longest row, in characters.</summary>
    public const int MaximumRowLength = 1 << 20;

    /// <summary>The rows.</summary>
    /// <exception cref="InvalidDataException">A row is over the limit, or a quoted field does not end.</exception>
    public static IEnumerable<IReadOnlyList<string>> Rows(TextReader reader)
    {
        var number = 0L;
        while (reader.ReadLine() is { } line)
        {
            number++;
            while (IsOpen(line))
            {
                line = reader.ReadLine() is { } more && line.Length + more.Length < MaximumRowLength
                    ? $"{line}\n{more}"
                    : throw new InvalidDataException($"Row {number} has a quoted field without an end.");
            }

            if (line.Length > 0)
            {
                yield return line.Contains('"', StringComparison.Ordinal) ? Quoted(line) : line.Split(',');
            }
        }
    }

    private static bool IsOpen(string line) => line.AsSpan().Count('"') % 2 == 1;

    private static List<string> Quoted(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
