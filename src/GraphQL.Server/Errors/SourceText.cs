using System.Globalization;
using System.Text;

namespace GraphQL.Server.Errors;

/// <summary>A document as it was sent, and where its lines begin.</summary>
/// <param name="body">The text.</param>
/// <param name="name">What excerpts call it, such as a file name.</param>
public sealed class SourceText(string body, string name = "GraphQL request")
{
    private const int LongLine = 120;
    private const int PieceOfLongLine = 80;

    private int[]? lineStarts;

    /// <summary>The text.</summary>
    public string Body { get; } = body;

    /// <summary>What excerpts call it.</summary>
    public string Name { get; } = name;

    /// <summary>Line and column of an offset into <see cref="Body"/>.</summary>
    public SourceLocation LocationOf(int position)
    {
        lineStarts ??= FindLineStarts(Body);
        var index = Array.BinarySearch(lineStarts, position);
        var line = index >= 0 ? index : ~index - 1;
        return new SourceLocation(line + 1, position - lineStarts[line] + 1);
    }

    /// <summary>The line of a place with its neighbours, and a caret under the column; a very long line is folded.</summary>
    public string Excerpt(SourceLocation location)
    {
        lineStarts ??= FindLineStarts(Body);
        var head = string.Create(CultureInfo.InvariantCulture, $"{Name}:{location.Line}:{location.Column}\n");
        var line = LineText(location.Line)!;
        return head + Prefixed(line.Length > LongLine ? Folded(line, location) : Whole(line, location));
    }

    private static List<(string Prefix, string? Text)> Folded(string line, SourceLocation location)
    {
        var pieces = line.Chunk(PieceOfLongLine).Select(piece => new string(piece)).ToList();
        var at = Math.Min((location.Column - 1) / PieceOfLongLine, pieces.Count - 1);
        var rows = new List<(string Prefix, string? Text)> { ($"{location.Line} |", pieces[0]) };
        rows.AddRange(pieces.Skip(1).Take(at).Select(piece => ("|", (string?)piece)));
        rows.Add(("|", "^".PadLeft(location.Column - (at * PieceOfLongLine))));
        rows.Add(("|", at + 1 < pieces.Count ? pieces[at + 1] : null));
        return rows;
    }

    private static string Prefixed(List<(string Prefix, string? Text)> rows)
    {
        var present = rows.Where(row => row.Text is not null).ToList();
        var width = present.Max(row => row.Prefix.Length);
        var text = new StringBuilder();
        foreach (var (prefix, line) in present)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(prefix.PadLeft(width)).Append(line!.Length == 0 ? "" : " ").Append(line);
        }

        return text.ToString();
    }

    private static int[] FindLineStarts(string body)
    {
        List<int> starts = [0];
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] == '\n' || (body[at] == '\r' && !(at + 1 < body.Length && body[at + 1] == '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }

    private List<(string Prefix, string? Text)> Whole(string line, SourceLocation location)
        =>
        [
            ($"{location.Line - 1} |", LineText(location.Line - 1)),
            ($"{location.Line} |", line),
            ("|", "^".PadLeft(location.Column)),
            ($"{location.Line + 1} |", LineText(location.Line + 1)),
        ];

    private string? LineText(int line)
    {
        if (line < 1 || line > lineStarts!.Length)
        {
            return null;
        }

        var end = line < lineStarts.Length ? lineStarts[line] : Body.Length;
        return Body[lineStarts[line - 1]..end].TrimEnd('\r', '\n');
    }
}
