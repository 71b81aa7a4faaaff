using System.Collections.Frozen;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>What assessments are filtered by, as requests spell it.</summary>
internal static class AssessmentFilterNames
{
    /// <summary>The risk levels.</summary>
    public static FrozenDictionary<string, RiskLevel> Levels { get; } = Enum.GetValues<RiskLevel>().ToFrozenDictionary(AnswerNames.Of, StringComparer.Ordinal);

    /// <summary>The decisions.</summary>
    public static FrozenDictionary<string, Decision> Decisions { get; } = Enum.GetValues<Decision>().ToFrozenDictionary(AnswerNames.Of, StringComparer.Ordinal);

    /// <summary>The statuses. Those that no record has yet are known all the same: who asks for them gets nothing, and no error.</summary>
    public static FrozenDictionary<string, AssessmentStatus> Statuses { get; } = new Dictionary<string, AssessmentStatus>(StringComparer.Ordinal)
    {
        ["COMPLETED"] = AssessmentStatus.Completed,
        ["IN_PROGRESS"] = AssessmentStatus.Reserved,
        ["CANCELLED"] = AssessmentStatus.Released,
        ["PENDING"] = AssessmentStatus.None,
        ["FAILED"] = AssessmentStatus.None,
        ["ERROR"] = AssessmentStatus.None,
        ["TIMEOUT"] = AssessmentStatus.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
