namespace GraphQL.Server.Values;

/// <summary>Names that somebody may have meant.</summary>
internal static class Suggestions
{
    private const int Most = 5;
    private const int LongestName = 100;

    /// <summary>A question with the names that are near, nearest first; empty where none is.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
        {
            return "";
        }

        var threshold = (int)(name.Length * 0.4) + 1;
        var near = known
            .Where(option => Math.Abs(option.Length - name.Length) <= threshold)
            .Select(option => (Option: option, Distance: Distance(name, option)))
            .Where(pair => pair.Distance <= threshold)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Option, NaturalOrder.Instance)
            .Select(pair => pair.Option);
        return Ask(near);
    }

    /// <summary>A question with these names; empty where there are none.</summary>
    public static string Ask(IEnumerable<string> names, string purpose = "")
    {
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToList();
        return quoted.Count switch
        {
            0 => "",
            1 => $" Did you mean {purpose}{quoted[0]}?",
            2 => $" Did you mean {purpose}{quoted[0]} or {quoted[1]}?",
            _ => $" Did you mean {purpose}{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}?",
        };
    }

    /// <summary>How many letters have to be changed, added, removed or swapped; another case counts as one.</summary>
    private static int Distance(string name, string option)
    {
        if (string.Equals(name, option, StringComparison.Ordinal))
        {
            return 0;
        }

        var (a, b) = (name.ToLowerInvariant(), option.ToLowerInvariant());
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return 1;
        }

        var (before, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length];
    }
}
