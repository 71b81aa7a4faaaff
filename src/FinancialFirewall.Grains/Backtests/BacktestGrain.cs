using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Trials;
using FinancialFirewall.Storage.Journals;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Backtests;

/// <inheritdoc cref="IBacktestGrain"/>
public sealed partial class BacktestGrain(
    ChosenPolicies choices,
    BacktestStore store,
    BacktestRoom room,
    PolicyCatalog catalog,
    IJournal journal,
    ISecretSource secrets,
    TimeProvider time,
    ILogger<BacktestGrain> logger) : Grain, IBacktestGrain
{
    private const int IdBytes = 16;

    private RunningBacktest? running;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<Result<Backtest>> Start(BacktestRequest request)
    {
        if (running is { HasEnded: false })
        {
            return BacktestErrors.Running(running.Id);
        }

        // What has ended is gone once its end is kept.
        await (running?.Gone ?? Task.CompletedTask);
        if (!room.TryEnter())
        {
            return BacktestErrors.Exhausted;
        }

        var started = await BeginAsync(request);
        if (!started.IsSuccess)
        {
            room.Leave();
            return Result.Failure<Backtest>(started.Errors);
        }

        var run = running = started.Value;
        run.Timer = this.RegisterGrainTimer(_ => RunAsync(run), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        return run.Describe();
    }

    /// <inheritdoc/>
    public async Task<Result<Backtest>> Find(Guid id)
    {
        // It may end while what is kept is read: then it still runs, as far as this answer knows.
        var run = running;
        return await store.ReadAsync(Tenant, id) is { } kept ? AsItStands(kept, run) : BacktestErrors.Unknown(id);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Backtest>> List()
    {
        var run = running;
        return [.. (await store.ListAsync(Tenant)).Select(kept => AsItStands(kept, run) with { Report = null })];
    }

    /// <inheritdoc/>
    public async Task<Result<Backtest>> Cancel(Guid id)
    {
        if (running?.Id != id || running.HasEnded)
        {
            await (running?.Id == id ? running.Gone : Task.CompletedTask);
            return await Find(id);
        }

        // Who cancels stands in the audit log: the end is written here, and not by the run, which is nobody's request.
        var ended = running.Cancel();
        var kept = await store.EndAsync(Tenant, ended, BacktestNotes.Cancelled(ended));
        return kept.IsSuccess ? ended : kept;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        running?.Stop();
        return Task.CompletedTask;
    }

    /// <summary>What is kept, with how far it is where it runs; one that says that it runs, and does not, was running when the process ended.</summary>
    private static Backtest AsItStands(Backtest kept, RunningBacktest? run) => kept.Status != BacktestStatus.Running ? kept
        : run?.Id == kept.Id ? run.Describe()
        : kept with { Status = BacktestStatus.Interrupted };

    private async Task<Result<RunningBacktest>> BeginAsync(BacktestRequest request)
    {
        if (request.Samples is < 0 or > TrialTally.MaximumSamples)
        {
            return TrialErrors.Samples(request.Samples);
        }

        var now = Instant.From(time.GetUtcNow());
        var to = request.To ?? now;
        var from = request.From ?? to.Plus(-BacktestRequest.DefaultPeriod);
        if (to <= from)
        {
            return TrialErrors.Times(from, to);
        }

        var chosen = await choices.FindAsync(Tenant, request.Choice);
        if (!chosen.IsSuccess)
        {
            return Result.Failure<RunningBacktest>(chosen.Errors);
        }

        var setup = await PlanAsync(request, chosen.Value, from, to);
        if (setup.Period.Records > Backtest.MaximumRecords)
        {
            return TrialErrors.TooManyRecords(setup.Period.Records, Backtest.MaximumRecords);
        }

        var kept = await store.BeginAsync(Tenant, Describe(request, chosen.Value, from, to, now));
        return kept.IsSuccess
            ? new RunningBacktest(kept.Value, new Trial(setup, journal, catalog, time), time)
            : Result.Failure<RunningBacktest>(kept.Errors);
    }

    private async Task<TrialSetup> PlanAsync(BacktestRequest request, ChosenPolicy chosen, Instant from, Instant to)
    {
        var periods = new TrialPeriods(journal, catalog, time, Tenant);
        var decide = await periods.FindAsync(from);
        var ends = request.To is null ? periods.Ends() : await periods.FindAsync(to);
        var windows = await periods.FindWindowsAsync(chosen.Compiled, decide, ends);
        var period = await periods.ReachAsync(windows, from, decide, ends);
        return new TrialSetup(chosen, request.AsOf, windows, periods.WithOutcomes(period), request.Samples);
    }

    private Backtest Describe(BacktestRequest request, ChosenPolicy chosen, Instant from, Instant to, Instant now)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        secrets.Fill(id);
        return new Backtest(new Guid(id), chosen.Name, BacktestStatus.Running)
        {
            Draft = chosen.Draft,
            DraftTag = chosen.DraftTag,
            Version = chosen.Version,
            PolicyHash = chosen.Compiled.Hash,
            From = from,
            To = to,
            AsOf = request.AsOf,
            StartedBy = AuditScope.Current with { Source = "" },
            StartedAt = now,
        };
    }

    private async Task RunAsync(RunningBacktest run)
    {
        try
        {
            var ended = await run.RunAsync();
            if (ended is { Status: BacktestStatus.Failed })
            {
                LogFailed(run.Problem, run.Id, Tenant.Name);
            }

            await (ended is null ? Task.CompletedTask : store.EndAsync(Tenant, ended, note: null));
        }
        finally
        {
            running = null;
            room.Leave();
            run.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Backtest {Id} of tenant '{Tenant}' failed.")]
    private partial void LogFailed(Exception? problem, Guid id, string tenant);
}
