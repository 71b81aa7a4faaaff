using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>The refusals of <see cref="IBacktestGrain"/> beside those of trying policies.</summary>
internal static class BacktestErrors
{
    public static Error Unknown(Guid id) => new(
        ErrorKind.NotFound, "BACKTEST_UNKNOWN", "id", id.ToString("D"), $"There is no backtest with this id; of those that have ended the latest {Backtest.MaximumKept} are kept.");

    public static Error Running(Guid id) => new(
        ErrorKind.Conflict, "BACKTEST_RUNNING", "", id.ToString("D"), "A tenant runs one backtest at a time: wait for this one, or cancel it.");

    public static Error Exhausted { get; } = new(
        ErrorKind.Unavailable, "BACKTESTS_EXHAUSTED", "", "", $"{BacktestRoom.Maximum} backtests run in this process, the most at once: try again in a while.");
}
