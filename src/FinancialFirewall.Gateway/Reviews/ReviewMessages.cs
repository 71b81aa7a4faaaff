using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Reviews;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Says for people what happened to an assessment.</summary>
internal static class ReviewMessages
{
    /// <summary>One sentence.</summary>
    public static string Of(FollowUp followUp) => followUp.Kind switch
    {
        FollowUpKind.DecidedInReview => $"The decision is {DecisionNames.Of(followUp.Decision!.Value)}.",
        FollowUpKind.Voted => $"A second person has to decide {DecisionNames.Of(followUp.Decision!.Value)} as well; until then the assessment waits.",
        FollowUpKind.Disagreed => $"The first person did not want {DecisionNames.Of(followUp.Decision!.Value)}: the decision is ESCALATE, and two have to agree anew.",
        FollowUpKind.Cancelled => "The assessment is cancelled.",
        FollowUpKind.Retried => $"Decided anew by policy version {followUp.PolicyVersion}: {DecisionNames.Of(followUp.Decision!.Value)}.",
        FollowUpKind.Claimed => $"{followUp.Assignee} has the assessment until {followUp.Moment}.",
        FollowUpKind.Unclaimed => "Nobody has the assessment any more.",
        FollowUpKind.Noted => "The note is kept.",
        _ => "It is recorded.",
    };
}
