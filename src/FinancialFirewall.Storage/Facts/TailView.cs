namespace FinancialFirewall.Storage.Facts;

/// <summary>The facts of a part of the log, as they were at one moment.</summary>
internal sealed class TailView(
    FactKey[] keys, ulong[] accounts, ushort[] profileOf, int count, RecordProfile[] profiles, FactKey last, long firstAt)
{
    /// <summary>The latest key.</summary>
    public FactKey Last => last;

    /// <summary>The earliest time, in microseconds.</summary>
    public long FirstAt => firstAt;

    /// <summary>The keys below <paramref name="bound"/> and not before <paramref name="from"/> whose records match, latest first.</summary>
    /// <param name="matches">Whether a profile matches.</param>
    /// <param name="account">The hash of the account; <see langword="null"/> for any.</param>
    /// <param name="from">The first time.</param>
    /// <param name="bound">Where the last page ended.</param>
    public List<FactKey> Find(Func<RecordProfile, bool> matches, ulong? account, long from, FactKey bound)
    {
        var wanted = Array.ConvertAll(profiles, profile => matches(profile));
        var found = new List<FactKey>();
        for (var i = 0; i < count; i++)
        {
            if (wanted[profileOf[i]] && (account is null || accounts[i] == account) && keys[i].At >= from && keys[i] < bound)
            {
                found.Add(keys[i]);
            }
        }

        found.Sort(static (left, right) => right.CompareTo(left));
        return found;
    }
}
