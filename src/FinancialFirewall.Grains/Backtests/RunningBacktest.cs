using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Trials;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>A backtest that runs.</summary>
/// <param name="begun">As it was started.</param>
/// <param name="trial">Reads and decides.</param>
/// <param name="time">Measures it.</param>
internal sealed class RunningBacktest(Backtest begun, Trial trial, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long began = time.GetTimestamp();

    /// <summary>What runs it.</summary>
    public IGrainTimer? Timer { get; set; }

    /// <summary>Completes when nothing of it is under way any more.</summary>
    public Task Gone => gone.Task;

    /// <summary>Identifies it.</summary>
    public Guid Id => begun.Id;

    /// <summary>Whether it has come to its end, or was stopped.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public Exception? Problem { get; private set; }

    /// <summary>Reads its period to the end, unless it is ended before.</summary>
    /// <returns>How it has ended; null where it was stopped.</returns>
    public async Task<Backtest?> RunAsync()
    {
        try
        {
            var isWhole = await trial.RunAsync(stop.Token);
            return stop.IsCancellationRequested ? null : End(isWhole ? BacktestStatus.Done : BacktestStatus.TooLarge);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Problem = problem;
            HasEnded = true;
            return Describe() with { Status = BacktestStatus.Failed, EndedAt = Now, Error = problem.Message };
        }
    }

    /// <summary>Stops it because the process ends.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>Stops it because somebody wants that.</summary>
    /// <returns>How it has ended.</returns>
    public Backtest Cancel()
    {
        stop.Cancel();
        return End(BacktestStatus.Cancelled);
    }

    /// <summary>How it stands.</summary>
    public Backtest Describe() => begun with { Progress = new BacktestProgress(trial.Read, trial.Period.Records, trial.Compared, PerSecond()) };

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Dispose();
        Timer?.Dispose();
        gone.TrySetResult();
    }

    private Instant Now => Instant.From(time.GetUtcNow());

    private Backtest End(BacktestStatus status)
    {
        HasEnded = true;
        return Describe() with { Status = status, EndedAt = Now, Report = trial.Describe() };
    }

    private long PerSecond() => time.GetElapsedTime(began).TotalSeconds is > 0 and var seconds ? (long)(trial.Compared / seconds) : 0;
}
