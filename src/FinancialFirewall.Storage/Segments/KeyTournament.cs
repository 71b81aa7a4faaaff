namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Says which of several sorted runs has the least entry: a tree of losers (Knuth, The Art of Computer Programming 3, 5.4.1), which takes one comparison a level for each entry that
/// leaves, where looking at all runs takes one a run.
/// </summary>
internal sealed class KeyTournament
{
    // Greater than any entry: fingerprints have 40 bits.
    private static readonly KeyEntry Ended = new(ulong.MaxValue, 0);

    private readonly KeyEntry[] heads;

    // For each match, by its place in the tree whose root is 1, the run that lost it; at 0 the run that lost none. The leaves, behind the matches, are the runs.
    private readonly int[] losers;

    /// <summary>Runs that have begun.</summary>
    /// <param name="heads">The first entry of each, which is taken over.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public KeyTournament(KeyEntry[] heads)
    {
        if (heads.Length == 0)
        {
            throw new ArgumentException("There is no run to look at.", nameof(heads));
        }

        this.heads = heads;
        losers = new int[heads.Length];
        losers[0] = Play(1);
        Running = heads.Length;
    }

    /// <summary>How many runs have not ended.</summary>
    public int Running { get; private set; }

    /// <summary>The run with the least entry.</summary>
    public int Least => losers[0];

    /// <summary>Takes the least run's entry away and its next one in.</summary>
    public void Replace(KeyEntry next)
    {
        var winner = losers[0];
        heads[winner] = next;
        for (var match = (winner + heads.Length) / 2; match > 0; match /= 2)
        {
            if (heads[losers[match]] < heads[winner])
            {
                (winner, losers[match]) = (losers[match], winner);
            }
        }

        losers[0] = winner;
    }

    /// <summary>Takes the least run's last entry away.</summary>
    public void End()
    {
        Running--;
        Replace(Ended);
    }

    /// <summary>Plays all matches below a place.</summary>
    /// <returns>The winner.</returns>
    private int Play(int place)
    {
        if (place >= heads.Length)
        {
            return place - heads.Length;
        }

        var (left, right) = (Play(2 * place), Play((2 * place) + 1));
        var isRight = heads[right] < heads[left];
        losers[place] = isRight ? left : right;
        return isRight ? right : left;
    }
}
