using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Trials;
using Orleans;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>A backtest that is wanted.</summary>
/// <param name="Choice">What is tested.</param>
[GenerateSerializer, Immutable, Alias("ff.BacktestRequest")]
public sealed record BacktestRequest([property: Id(0)] PolicyChoice Choice)
{
    /// <summary>How long the period is where nobody says when it begins.</summary>
    public static readonly TimeSpan DefaultPeriod = TimeSpan.FromDays(7);

    /// <summary>The first moment of the period; null for <see cref="DefaultPeriod"/> before its end.</summary>
    [Id(1)]
    public Instant? From { get; init; }

    /// <summary>The end of the period, which is not in it; null for now.</summary>
    [Id(2)]
    public Instant? To { get; init; }

    /// <summary>As of when counts what the policy leaves as it is.</summary>
    [Id(3)]
    public PolicyAsOf AsOf { get; init; }

    /// <summary>How many payments of each change are kept.</summary>
    [Id(4)]
    public int Samples { get; init; } = TrialTally.MaximumSamples;
}
