using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Facts;

/// <summary>The facts of a part of the log, as they were at one moment.</summary>
internal sealed class TailView(
    uint file, FactKey[] keys, ulong[] accounts, AccountBits? accountBits, ushort[] profileOf, int count, RecordProfile[] profiles, FactKey last, long firstAt)
{
    /// <summary>The number of the log file.</summary>
    public uint File => file;

    /// <summary>How many records there are.</summary>
    public int Count => count;

    /// <summary>The profiles of the records.</summary>
    public IReadOnlyList<RecordProfile> Profiles => profiles;

    /// <summary>The latest key.</summary>
    public FactKey Last => last;

    /// <summary>The earliest time, in microseconds.</summary>
    public long FirstAt => firstAt;

    /// <summary>Whether an account may have records here; where not, it surely has none.</summary>
    public bool MayHave(ulong account) => accountBits?.MayContain(account) ?? true;

    /// <summary>The keys below <paramref name="bound"/> and not before <paramref name="from"/> whose records match, latest first.</summary>
    /// <param name="matches">Whether a profile matches.</param>
    /// <param name="account">The hash of the account; <see langword="null"/> for any.</param>
    /// <param name="from">The first time.</param>
    /// <param name="bound">Where the last page ended.</param>
    public List<FactKey> Find(Func<RecordProfile, bool> matches, ulong? account, long from, FactKey bound)
    {
        var wanted = new bool?[profiles.Length];
        var found = new List<FactKey>();
        for (var i = Next(account, 0); i < count; i = Next(account, i + 1))
        {
            if (keys[i].At >= from && keys[i] < bound && (wanted[profileOf[i]] ??= matches(profiles[profileOf[i]])))
            {
                found.Add(keys[i]);
            }
        }

        found.Sort(static (left, right) => right.CompareTo(left));
        return found;
    }

    /// <summary>Shows each record of a span of time: when it was recorded, and the number of its profile.</summary>
    /// <param name="see">Takes them.</param>
    /// <param name="from">The first time.</param>
    /// <param name="until">The first time behind the span.</param>
    public void Visit(Action<long, int> see, long from, long until)
    {
        for (var i = 0; i < count; i++)
        {
            if (keys[i].At >= from && keys[i].At < until)
            {
                see(keys[i].At, profileOf[i]);
            }
        }
    }

    /// <summary>Raises the last sequence of each partition to the last one here.</summary>
    public void CollectEnds(Dictionary<int, long> ends)
    {
        for (var i = 0; i < count; i++)
        {
            ref var end = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, keys[i].Partition, out _);
            end = Math.Max(end, keys[i].Sequence);
        }
    }

    /// <summary>The first record from one on that is of the account.</summary>
    private int Next(ulong? account, int start)
    {
        if (account is not { } wanted || start >= count)
        {
            return start;
        }

        var next = accounts.AsSpan(start, count - start).IndexOf(wanted);
        return next < 0 ? count : start + next;
    }
}
