using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Which stored records a trial reads: those that it counts only, and behind them those that it decides.</summary>
/// <param name="Begin">The sequence in each partition after which it reads.</param>
/// <param name="Decide">The sequence after which it decides; up to it, it only counts.</param>
/// <param name="End">The last sequence that it reads.</param>
internal sealed record TrialPeriod(IReadOnlyList<long> Begin, IReadOnlyList<long> Decide, IReadOnlyList<long> End)
{
    /// <summary>How many records it reads.</summary>
    public long Records => Begin.Zip(OutcomesEnd, static (begin, end) => Math.Max(0, end - begin)).Sum();

    /// <summary>The last sequence that it reads for what was reported about the period's payments since.</summary>
    public IReadOnlyList<long> OutcomesEnd { get; init; } = End;

    /// <summary><see cref="KnownOutcomes.IsWhole"/>.</summary>
    public bool HasAllOutcomes { get; init; } = true;

    /// <summary><see cref="PolicyReport.WindowsSince"/>.</summary>
    public Instant? WindowsSince { get; init; }
}
