namespace FinancialFirewall.Architecture.Tests;

/// <summary>Finds what leads back to itself.</summary>
internal static class Circles
{
    /// <summary>The shortest circle through each group of nodes that reach one another, written <c>A -> B -> A</c>.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Where(arrow => !string.Equals(arrow.From, arrow.To, StringComparison.Ordinal))
            .ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var circles = new List<string>();
        foreach (var start in next.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            if (!seen.Contains(start) && ShortestBack(start, next) is { } circle)
            {
                seen.UnionWith(circle);
                circles.Add(string.Join(" -> ", circle));
            }
        }

        return circles;
    }

    private static List<string>? ShortestBack(string start, ILookup<string, string> next)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var to in next[at].Order(StringComparer.Ordinal))
            {
                if (string.Equals(to, start, StringComparison.Ordinal))
                {
                    return PathTo(start, at, cameFrom);
                }

                if (cameFrom.TryAdd(to, at))
                {
                    queue.Enqueue(to);
                }
            }
        }

        return null;
    }

    private static List<string> PathTo(string start, string last, Dictionary<string, string> cameFrom)
    {
        var path = new List<string> { start };
        for (var at = last; !string.Equals(at, start, StringComparison.Ordinal); at = cameFrom[at])
        {
            path.Add(at);
        }

        path.Add(start);
        path.Reverse();
        return path;
    }
}
