namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Brings entries near, each in three steps: where its key is looked for, then what says where the entry is, then the entry. A step needs what the one before brings,
/// so each key takes its next one when others have taken theirs, and nobody waits for memory.
/// </summary>
internal sealed class EntryApproach(EntryStore entries, KeyIndex keys)
{
    private const int StepLength = 4;
    private const int Places = 2 * StepLength;

    private readonly ulong[] hashes = new ulong[Places];
    private readonly int[] found = [.. Enumerable.Repeat(HistoryTable.Unseen, Places)];
    private uint asked;
    private uint turn;

    /// <summary>Takes the first step for a key, and a further one for two of those before it.</summary>
    public void Add(ulong hash)
    {
        keys.Approach(hash);
        var place = Advance();
        hashes[place] = hash;
        asked |= 1u << place;
    }

    /// <summary>Takes all steps for the keys that are on their way.</summary>
    public void Finish()
    {
        for (var i = 0; i < Places; i++)
        {
            Advance();
        }
    }

    private int Advance()
    {
        var place = (int)(turn++ % Places);
        if (found[place] is >= 0 and var entry)
        {
            entries.Approach(entry);
            found[place] = HistoryTable.Unseen;
        }

        FindEntry((place + StepLength) % Places);
        return place;
    }

    private void FindEntry(int place)
    {
        if ((asked & (1u << place)) == 0)
        {
            return;
        }

        asked &= ~(1u << place);
        found[place] = keys.Guess(hashes[place]);
        if (found[place] >= 0)
        {
            entries.ApproachPlace(found[place]);
        }
    }
}
