namespace FinancialFirewall.Grains.Trials;

/// <summary>Counts payments of which one thing is known.</summary>
internal sealed class KnownSums
{
    private readonly MoneyTally all = new();
    private readonly MoneyTally before = new();
    private readonly MoneyTally after = new();
    private readonly MoneyTally blocked = new();
    private readonly MoneyTally released = new();

    /// <summary>Counts a payment.</summary>
    /// <param name="mark">What was decided about it, and would have been.</param>
    /// <param name="currency">The ISO 4217 number of its currency.</param>
    /// <param name="minor">Its amount in minor units.</param>
    /// <param name="times">1 to count it, -1 to take it away again.</param>
    public void Add(KnownMark mark, ushort currency, long minor, int times)
    {
        var (isBefore, isAfter) = (mark.HasFlag(KnownMark.StoppedBefore), mark.HasFlag(KnownMark.StoppedAfter));
        all.Add(currency, minor, times);
        before.Add(currency, minor, isBefore ? times : 0);
        after.Add(currency, minor, isAfter ? times : 0);
        blocked.Add(currency, minor, !isBefore && isAfter ? times : 0);
        released.Add(currency, minor, isBefore && !isAfter ? times : 0);
    }

    /// <summary>What was counted.</summary>
    public KnownPayments Describe() => new()
    {
        All = all.Describe(),
        StoppedBefore = before.Describe(),
        StoppedAfter = after.Describe(),
        Blocked = blocked.Describe(),
        Released = released.Describe(),
    };
}
