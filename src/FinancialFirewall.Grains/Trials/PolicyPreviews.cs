using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Says at once what a policy would have decided about the latest payments, while it is being written.</summary>
public sealed class PolicyPreviews(ChosenPolicies choices, IJournal journal, PolicyCatalog catalog, TrialRoom room, TimeProvider time)
{
    /// <summary>The most payments.</summary>
    public const int MaximumPayments = 2_000;

    /// <summary>The most records that are read for the windows before them; windows that reach farther begin there.</summary>
    public const int MaximumHistory = 200_000;

    /// <summary>Looks.</summary>
    /// <param name="tenant">Whose payments.</param>
    /// <param name="wanted">What is tried, on how many payments.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>
    /// The report; or <c>PAYMENTS_INVALID</c>, <c>SAMPLES_INVALID</c>, <c>TRIALS_EXHAUSTED</c>, or why the policy cannot be tried (<see cref="ChosenPolicies"/>).
    /// </returns>
    public async Task<Result<PolicyReport>> LookAsync(TenantId tenant, PolicyPreview wanted, CancellationToken cancellationToken)
    {
        if (wanted.Payments is < 1 or > MaximumPayments)
        {
            return TrialErrors.Payments(wanted.Payments);
        }

        if (wanted.Samples is < 0 or > TrialTally.MaximumSamples)
        {
            return TrialErrors.Samples(wanted.Samples);
        }

        if (!room.TryEnter())
        {
            return TrialErrors.Busy;
        }

        try
        {
            var chosen = await choices.FindAsync(tenant, wanted.Choice);
            return chosen.IsSuccess ? await LookAsync(tenant, wanted, chosen.Value, cancellationToken) : Result.Failure<PolicyReport>(chosen.Errors);
        }
        finally
        {
            room.Leave();
        }
    }

    private async Task<PolicyReport> LookAsync(TenantId tenant, PolicyPreview wanted, ChosenPolicy chosen, CancellationToken cancellationToken)
    {
        var periods = new TrialPeriods(journal, catalog, time, tenant);
        var ends = periods.Ends();
        var decide = await periods.FindLatestAsync(ends, wanted.Payments);
        var windows = await periods.FindWindowsAsync(chosen.Compiled, decide, ends);
        var period = await ShortenAsync(periods, await periods.ReachAsync(windows, await periods.FirstAsync(decide, ends), decide, ends));
        var trial = new Trial(new TrialSetup(chosen, wanted.AsOf, windows, periods.WithOutcomes(period), wanted.Samples), journal, catalog, time);
        await trial.RunAsync(cancellationToken);
        return trial.Describe();
    }

    /// <summary>Has windows begin later where they reach too far, in each partition by its share.</summary>
    private static async Task<TrialPeriod> ShortenAsync(TrialPeriods periods, TrialPeriod period)
    {
        var history = period.Begin.Zip(period.Decide, static (begin, decide) => decide - begin).Sum();
        if (history <= MaximumHistory)
        {
            return period;
        }

        var begin = period.Begin.Zip(period.Decide, (begin, decide) => decide - (long)((Int128)(decide - begin) * MaximumHistory / history)).ToArray();
        return period with { Begin = begin, WindowsSince = await periods.LatestFirstAsync(begin, period.Decide) };
    }
}
