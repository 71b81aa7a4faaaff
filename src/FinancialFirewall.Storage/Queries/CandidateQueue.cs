using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Merges candidates from everywhere into their one order, latest first, and opens no group before it has to.</summary>
internal sealed class CandidateQueue(int maximumGroups)
{
    /// <summary>How many groups are opened for one page: what is not found by then is for the next.</summary>
    public const int GroupsOfAPage = 256;

    /// <summary>How many groups are opened where matches are counted, skipped or sorted.</summary>
    public const int GroupsOfACount = 1_024;

    private readonly PriorityQueue<Source, FactKey> queue = new(Comparer<FactKey>.Create(static (left, right) => right.CompareTo(left)));
    private FactKey? last;
    private int opened;

    /// <summary>Whether there can be more than was found.</summary>
    public bool HasMore => queue.Count > 0;

    /// <summary>Everything at or above this key was found.</summary>
    public FactKey Frontier => queue.TryPeek(out _, out var key) ? key : default;

    public void Add(ICandidates candidates)
    {
        if (candidates.Bound is { } bound)
        {
            queue.Enqueue(new Source(candidates, [], 0), bound);
        }
    }

    /// <summary>The next key; <see langword="null"/> where there is none, or it would take too long to find it.</summary>
    public async ValueTask<FactKey?> NextAsync()
    {
        while (queue.TryDequeue(out var source, out var key))
        {
            if (source.Group.Count > 0)
            {
                Enqueue(source with { Next = source.Next + 1 });
                if (key != last)
                {
                    last = key;
                    return key;
                }
            }
            else if (opened++ == maximumGroups)
            {
                queue.Enqueue(source, key);
                return null;
            }
            else
            {
                Enqueue(new Source(source.Candidates, await source.Candidates.OpenAsync(), 0));
                Add(source.Candidates);
            }
        }

        return null;
    }

    private void Enqueue(Source source)
    {
        if (source.Next < source.Group.Count)
        {
            queue.Enqueue(source, source.Group[source.Next]);
        }
    }

    /// <summary>A group and where it is at; without a group, candidates that wait to be opened.</summary>
    private sealed record Source(ICandidates Candidates, IReadOnlyList<FactKey> Group, int Next);
}
