using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Trials;
using Orleans;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>What a policy would have decided about the payments of a stored period.</summary>
/// <param name="Id">Identifies it in its tenant.</param>
/// <param name="Name">What is tested, for people.</param>
/// <param name="Status">How it stands.</param>
[GenerateSerializer, Immutable, Alias("ff.Backtest")]
public sealed record Backtest([property: Id(0)] Guid Id, [property: Id(1)] string Name, [property: Id(2)] BacktestStatus Status)
{
    /// <summary>How many that have ended a tenant keeps; then the oldest goes.</summary>
    public const int MaximumKept = 20;

    /// <summary>The most records that one reads.</summary>
    public const long MaximumRecords = 100_000_000;

    /// <summary>The draft that is tested; null for none.</summary>
    [Id(3)]
    public Guid? Draft { get; init; }

    /// <summary>The state of the draft that is tested; null for none.</summary>
    [Id(4)]
    public string? DraftTag { get; init; }

    /// <summary>The version that is tested; null for none.</summary>
    [Id(5)]
    public int? Version { get; init; }

    /// <summary>The hash of what is tested.</summary>
    [Id(6)]
    public string PolicyHash { get; init; } = "";

    /// <summary>The first moment of the period.</summary>
    [Id(7)]
    public Instant From { get; init; }

    /// <summary>The end of the period, which is not in it.</summary>
    [Id(8)]
    public Instant To { get; init; }

    /// <summary>As of when counts what the policy leaves as it is.</summary>
    [Id(9)]
    public PolicyAsOf AsOf { get; init; }

    /// <summary>Who started it.</summary>
    [Id(10)]
    public AuditActor StartedBy { get; init; } = AuditActor.System;

    /// <summary>When it was started.</summary>
    [Id(11)]
    public Instant StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    [Id(12)]
    public Instant? EndedAt { get; init; }

    /// <summary>How far it is.</summary>
    [Id(13)]
    public BacktestProgress Progress { get; init; } = new(0, 0, 0, 0);

    /// <summary>What it found; null while it runs, and where it failed or was interrupted.</summary>
    [Id(14)]
    public PolicyReport? Report { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    [Id(15)]
    public string? Error { get; init; }
}
