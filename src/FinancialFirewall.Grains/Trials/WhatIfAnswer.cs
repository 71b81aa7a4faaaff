using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A stored assessment, and what it would have been: two records, each with the policy that explains it.</summary>
/// <param name="Before">The assessment as it is kept.</param>
/// <param name="DecidedBy">The policy that decided it.</param>
/// <param name="After">The assessment as it would have been kept.</param>
/// <param name="Policy">The policy that would have decided it.</param>
public sealed record WhatIfAnswer(ReadOnlyMemory<byte> Before, CompiledPolicy DecidedBy, ReadOnlyMemory<byte> After, CompiledPolicy Policy)
{
    /// <summary>Whether the decision would have been another one.</summary>
    public bool IsChanged => new AssessmentRecord(Before.Span).Decision != new AssessmentRecord(After.Span).Decision;
}
