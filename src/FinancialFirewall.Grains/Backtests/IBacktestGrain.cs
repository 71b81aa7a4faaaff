using FinancialFirewall.Domain.Results;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>
/// Has policies decide stored payments again, and compares. Nothing that was decided changes, and nothing waits for it. A tenant runs one at a time, in the process's memory; the
/// reports of the latest that have ended are kept. Key: the tenant.
/// </summary>
[Alias("ff.IBacktestGrain")]
public interface IBacktestGrain : IGrainWithStringKey
{
    /// <summary>Starts one.</summary>
    /// <returns>
    /// How it stands; or <c>BACKTEST_RUNNING</c>, <c>BACKTESTS_EXHAUSTED</c>, <c>TIMES_INVALID</c>, <c>SAMPLES_INVALID</c>, <c>PERIOD_TOO_LARGE</c>, or why the policy cannot be tried
    /// (<see cref="Trials.ChosenPolicies"/>).
    /// </returns>
    [Alias("Start")]
    Task<Result<Backtest>> Start(BacktestRequest request);

    /// <summary>How one stands; or <c>BACKTEST_UNKNOWN</c>.</summary>
    [AlwaysInterleave, Alias("Find")]
    Task<Result<Backtest>> Find(Guid id);

    /// <summary>Those that are kept, newest first, without their reports.</summary>
    [AlwaysInterleave, Alias("List")]
    Task<IReadOnlyList<Backtest>> List();

    /// <summary>Ends one that runs; one that has ended stays as it is.</summary>
    /// <returns>How it stands; or <c>BACKTEST_UNKNOWN</c>.</returns>
    [AlwaysInterleave, Alias("Cancel")]
    Task<Result<Backtest>> Cancel(Guid id);
}
