namespace FinancialFirewall.Grains.Backtests;

/// <summary>How many backtests run in this process at once, since each has windows of its own in memory.</summary>
public sealed class BacktestRoom
{
    /// <summary>The most at once.</summary>
    public const int Maximum = 2;

    private int taken;

    /// <summary>Takes a place, where there is one.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref taken) <= Maximum)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => Interlocked.Decrement(ref taken);
}
