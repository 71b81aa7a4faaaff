namespace FinancialFirewall.Domain.Results;

/// <summary>Finds the known name that was probably meant by an unknown one.</summary>
public static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The known name with the fewest changed, added, missing or swapped characters, case ignored; the first of several.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names to choose from.</param>
    /// <returns>Null when more than a third of the name would have to change.</returns>
    public static string? Find(string name, ReadOnlySpan<string> known)
    {
        if (name.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? nearest = null;
        var least = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var distance = candidate.Length > LongestCompared ? least : Distance(name, candidate);
            if (distance < least)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Optimal string alignment distance, with three rows of its table.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> previous = stackalloc int[LongestCompared + 1];
        Span<int> current = stackalloc int[LongestCompared + 1];
        Span<int> next = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            current[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = current[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(current[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    next[j] = Math.Min(next[j], previous[j - 2] + 1);
                }
            }

            var oldest = previous;
            previous = current;
            current = next;
            next = oldest;
        }

        return current[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
