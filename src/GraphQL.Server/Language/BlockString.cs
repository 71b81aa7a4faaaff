using System.Text;

namespace GraphQL.Server.Language;

/// <summary>What the lines of a block string mean, and how a text is written as one.</summary>
internal static class BlockString
{
    private const string BlockQuote = "\"\"\"";
    private const int LongLine = 70;

    /// <summary>Removes the common indentation and the blank lines around.</summary>
    public static string Dedent(List<string> lines)
    {
        var indentation = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var blank = Indentation(lines[i]);
            if (blank == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            indentation = i == 0 ? indentation : Math.Min(indentation, blank);
        }

        var text = new StringBuilder();
        for (var i = Math.Max(first, 0); i <= last; i++)
        {
            text.Append(i == Math.Max(first, 0) ? "" : "\n").Append(i == 0 ? lines[i] : lines[i][Math.Min(indentation, lines[i].Length)..]);
        }

        return text.ToString();
    }

    /// <summary>Whether a block string can mean exactly this text.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        if (value.Any(c => c is < '\x10' and not ('\t' or '\n')))
        {
            return false;
        }

        var lines = value.Split('\n');
        var blankEnds = (IsBlank(lines[0]) && lines.Length > 1) || IsBlank(lines[^1]);
        var allIndented = lines.Length > 1 && lines.Where(line => !IsBlank(line)).All(line => Indentation(line) > 0);
        return !blankEnds && !allIndented;
    }

    /// <summary>Writes a text as a block string.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace(BlockQuote, "\\" + BlockQuote, StringComparison.Ordinal);
        var lines = escaped.ReplaceLineEndings("\n").Split('\n');
        var leadingLine = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsWithQuotes = escaped.EndsWith("\\" + BlockQuote, StringComparison.Ordinal);
        var trailingLine = (value.EndsWith('"') && !endsWithQuotes) || value.EndsWith('\\');
        var multiple = lines.Length > 1 || value.Length > LongLine || trailingLine || leadingLine || endsWithQuotes;
        var keepsFirst = lines.Length == 1 && value.Length > 0 && value[0] is ' ' or '\t';
        var head = (multiple && !keepsFirst) || leadingLine ? "\n" : "";
        var tail = multiple || trailingLine ? "\n" : "";
        return $"{BlockQuote}{head}{escaped}{tail}{BlockQuote}";
    }

    private static bool IsBlank(string line) => Indentation(line) == line.Length;

    private static int Indentation(string line)
    {
        var count = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return count < 0 ? line.Length : count;
    }
}
