namespace FinancialFirewall.Grains.Backtests;

/// <summary>How a backtest stands. The numbers are kept on disk and never change.</summary>
public enum BacktestStatus : byte
{
    /// <summary>It reads stored payments and decides them.</summary>
    Running = 0,

    /// <summary>It read its whole period.</summary>
    Done = 1,

    /// <summary>Somebody ended it.</summary>
    Cancelled = 2,

    /// <summary>Its windows took more memory than it may have.</summary>
    TooLarge = 3,

    /// <summary>It failed.</summary>
    Failed = 4,

    /// <summary>The process ended while it was running.</summary>
    Interrupted = 5,
}
