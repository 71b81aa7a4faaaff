using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>What a policy would have done to payments of which it was reported since what they were: of several reports about one of them, FRAUD or LEGITIMATE, the latest counts.</summary>
[GenerateSerializer, Immutable, Alias("ff.KnownOutcomes")]
public sealed record KnownOutcomes
{
    /// <summary>Those that were fraud.</summary>
    [Id(0)]
    public KnownPayments Fraud { get; init; } = new();

    /// <summary>Those that were legitimate.</summary>
    [Id(1)]
    public KnownPayments Legitimate { get; init; } = new();

    /// <summary>Whether everything was read that was reported until the trial began; false where more than <see cref="TrialPeriods.MaximumRecordsBehind"/> records follow the period.</summary>
    [Id(2)]
    public bool IsWhole { get; init; } = true;
}
