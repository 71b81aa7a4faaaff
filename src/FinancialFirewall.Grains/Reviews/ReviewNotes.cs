using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>
/// What the audit log says of reviews: that somebody decided, cancelled, retried or gave away an assessment, and never why: reasons may be about a person, and the log outlives
/// the person's data.
/// </summary>
internal static class ReviewNotes
{
    /// <summary>The entry of a follow-up; null where it has none.</summary>
    public static AuditNote? Of(AssessmentId assessment, FollowUp followUp)
    {
        var action = followUp.Kind switch
        {
            FollowUpKind.DecidedInReview => "ASSESSMENT_DECIDED",
            FollowUpKind.Voted => "ASSESSMENT_DECIDED_BY_FIRST",
            FollowUpKind.Disagreed => "ASSESSMENT_ESCALATED_BY_SECOND",
            FollowUpKind.Cancelled => "ASSESSMENT_CANCELLED",
            FollowUpKind.Retried => "ASSESSMENT_RETRIED",
            FollowUpKind.Claimed when !string.Equals(followUp.By, followUp.Assignee, StringComparison.Ordinal) => "REVIEW_REASSIGNED",
            _ => null,
        };
        return action is null ? null : new AuditNote(action, $"assessment/{assessment}") { After = Describe(followUp) };
    }

    /// <summary>It is recorded, and the audit log could not be written.</summary>
    public static Error NotNoted(AssessmentId assessment) => new(
        ErrorKind.Unavailable,
        "AUDIT_UNAVAILABLE",
        "id",
        assessment.ToString(),
        "It is recorded in the journal, and the audit log could not be written: read the assessment before you repeat anything.");

    private static byte[] Describe(FollowUp followUp)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        if (followUp.Decision is { } decision)
        {
            members.Add("decision", DecisionNames.Of(decision));
        }

        if (followUp.Assignee.Length > 0)
        {
            members.Add("assignee", followUp.Assignee);
        }

        return JsonSerializer.SerializeToUtf8Bytes(members);
    }
}
