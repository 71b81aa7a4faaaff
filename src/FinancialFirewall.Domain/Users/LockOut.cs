namespace FinancialFirewall.Domain.Users;

/// <summary>How long somebody waits after failures in a row: the first ones cost nothing, then 30 seconds, and twice as long with each further one, up to an hour.</summary>
public static class LockOut
{
    /// <summary>The failure from which on one has to wait.</summary>
    public const int FirstFailure = 5;

    /// <summary>After so long without an attempt the failures are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long to wait after this many failures in a row.</summary>
    public static TimeSpan After(int failures)
    {
        const int Doublings = 7; // 30 s doubled seven times is more than an hour.
        return failures < FirstFailure ? TimeSpan.Zero
            : failures - FirstFailure >= Doublings ? Longest
            : First * (1 << (failures - FirstFailure));
    }
}
