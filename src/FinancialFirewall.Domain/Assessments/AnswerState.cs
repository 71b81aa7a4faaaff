using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>What an answer says beside its record.</summary>
/// <param name="IsDuplicate">Whether the same payment had been sent before, and this is its first answer again.</param>
/// <param name="DecisionNow">The decision as it stands now, where it has changed since the record; else nothing.</param>
/// <param name="Standing">Everything that happened since the record, for whole answers; nothing where nothing has, or where it was not asked for.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AnswerState(bool IsDuplicate = false, Decision? DecisionNow = null, AssessmentStanding? Standing = null);
