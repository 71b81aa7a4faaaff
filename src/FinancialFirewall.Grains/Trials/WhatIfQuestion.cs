using FinancialFirewall.Domain.Assessments;

namespace FinancialFirewall.Grains.Trials;

/// <summary>What would have been decided about a stored assessment if something had been another.</summary>
/// <param name="Assessment">Which one.</param>
/// <param name="Choice">The policy; one that states nothing stands for the version that decided.</param>
/// <param name="AsOf">As of when counts what the policy leaves as it is.</param>
public sealed record WhatIfQuestion(AssessmentId Assessment, PolicyChoice Choice, PolicyAsOf AsOf)
{
    /// <summary>The packed payment in place of the stored one; null where that stays.</summary>
    public ReadOnlyMemory<byte>? Payment { get; init; }

    /// <summary>Thresholds in place of those of the configuration that applies, as UTF-8 JSON; null where they stay (<see cref="Domain.Configurations.ThresholdChange"/>).</summary>
    public ReadOnlyMemory<byte>? Thresholds { get; init; }
}
