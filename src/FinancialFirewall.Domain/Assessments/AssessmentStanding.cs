using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Where an assessment stands now: its first decision, and everything that happened since, in its order.</summary>
public sealed class AssessmentStanding
{
    private AssessmentStanding(Decision first, IReadOnlyList<FollowUp> followUps) => (Decision, First, All) = (first, first, followUps);

    /// <summary>What was decided first.</summary>
    public Decision First { get; }

    /// <summary>The decision now.</summary>
    public Decision Decision { get; private set; }

    /// <summary>Everything that happened since, oldest first.</summary>
    public IReadOnlyList<FollowUp> All { get; }

    /// <summary>What closed it for good: a reviewer's APPROVE or REJECT, or a cancellation; null while nothing has.</summary>
    public FollowUp? Closing { get; private set; }

    /// <summary>What changed the decision last; null where it is the first one.</summary>
    public FollowUp? Latest { get; private set; }

    /// <summary>What the first of two persons decided, where a second one is waited for.</summary>
    public FollowUp? Vote { get; private set; }

    /// <summary>Who has it, and until when; null where nobody took it, or gave it back.</summary>
    public FollowUp? Claim { get; private set; }

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled => Closing?.Kind == FollowUpKind.Cancelled;

    /// <summary>Whether it waits for a person.</summary>
    public bool IsOpen => Closing is null && Waits(Decision);

    /// <summary>How often it was decided anew.</summary>
    public int Retries => All.Count(static one => one.Kind == FollowUpKind.Retried);

    /// <summary>The reported outcomes, oldest first.</summary>
    public IEnumerable<FollowUp> Outcomes => All.Where(static one => one.Kind == FollowUpKind.OutcomeReported);

    /// <summary>Whether a payment with this decision waits for a person.</summary>
    public static bool Waits(Decision decision) => decision is Decision.ManualReview or Decision.Hold or Decision.Escalate;

    /// <summary>Where an assessment stands.</summary>
    /// <param name="first">What was decided first.</param>
    /// <param name="followUps">What happened since, oldest first.</param>
    public static AssessmentStanding Of(Decision first, IReadOnlyList<FollowUp> followUps)
    {
        var standing = new AssessmentStanding(first, followUps);
        foreach (var followUp in followUps)
        {
            standing.Take(followUp);
        }

        return standing;
    }

    /// <summary>Who has it at a time; null where nobody has, or the claim has lapsed by then.</summary>
    public string? ClaimedBy(Instant now) => Claim is { } claim && now < claim.Moment ? claim.Assignee : null;

    private void Take(FollowUp followUp)
    {
        switch (followUp.Kind)
        {
            case FollowUpKind.DecidedInReview or FollowUpKind.Retried:
                (Decision, Latest, Vote) = (followUp.Decision!.Value, followUp, null);
                Closing = Waits(Decision) ? null : followUp;
                break;
            case FollowUpKind.Cancelled:
                (Closing, Latest, Vote) = (followUp, followUp, null);
                break;
            case FollowUpKind.Disagreed:
                (Decision, Latest, Vote) = (Decision.Escalate, followUp, null);
                break;
            case FollowUpKind.Voted:
                Vote = followUp;
                break;
            case FollowUpKind.Claimed:
                Claim = followUp;
                break;
            case FollowUpKind.Unclaimed:
                Claim = null;
                break;
        }
    }
}
