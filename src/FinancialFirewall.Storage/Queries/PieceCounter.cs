using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Counts records of one group, which share a table of profiles: most neighbours are of one piece of time, and are added to it together.</summary>
internal sealed class PieceCounter(CountedPiece[] pieces, long start, long step, IReadOnlyList<RecordProfile> profiles)
{
    private readonly int[] counts = new int[profiles.Count];
    private readonly List<int> touched = [];
    private long piece = -1;

    /// <summary>Counts a record of the span.</summary>
    public void Add(long at, int profile)
    {
        var next = (at - start) / step;
        if (next != piece)
        {
            Flush();
            piece = next;
        }

        if (counts[profile]++ == 0)
        {
            touched.Add(profile);
        }
    }

    /// <summary>Adds what was counted to its piece.</summary>
    public void Flush()
    {
        foreach (var profile in touched)
        {
            pieces[piece].Add(profiles[profile], counts[profile]);
            counts[profile] = 0;
        }

        touched.Clear();
    }
}
