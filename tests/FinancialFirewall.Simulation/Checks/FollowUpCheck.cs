using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// What happens to an assessment after its first decision: what was said to be kept is there once; nothing is that nobody did; in the order in which it was answered;
/// what is closed stays closed; the answer has the last decision and all that happened; and what is undone gives back what is left, once.
/// </summary>
internal static class FollowUpCheck
{
    /// <summary>Windows reach back a day: what is younger by an hour, for clocks that jump, is in them.</summary>
    private const long NearlyDayMicroseconds = 23L * 3_600 * 1_000_000;

    public static void Check(Evidence evidence)
    {
        var kept = evidence.Journal.Where(static entry => entry.IsFollowUp).ToLookup(static entry => entry.Reference, StringComparer.Ordinal);
        var releases = evidence.Journal.Where(static entry => entry.IsRelease).ToLookup(static entry => entry.Reference, StringComparer.Ordinal);
        var acts = evidence.FollowUps.ToLookup(static act => act.Reference, StringComparer.Ordinal);
        foreach (var assessment in evidence.Assessments)
        {
            List<JournalEntry> happened = [.. kept[assessment.Reference]];
            CheckKept(assessment.Reference, happened, [.. acts[assessment.Reference]]);
            CheckCourse(evidence, assessment, happened, acts[assessment.Reference]);
            CheckUndone(evidence, assessment, happened, [.. releases[assessment.Reference]]);
        }
    }

    private static void CheckKept(string reference, List<JournalEntry> happened, List<FollowUpAct> acts)
    {
        foreach (var act in acts.Where(static act => act.AnsweredAt is not null))
        {
            var times = happened.Count(entry => IsOf(entry, act));
            if (times != 1)
            {
                throw new Violation("reviews", $"{act.Kind} of {reference}, {act.Text}, was answered and is kept {times} times");
            }
        }

        foreach (var entry in happened)
        {
            if (!acts.Exists(act => IsOf(entry, act)))
            {
                throw new Violation("reviews", $"{reference} has {entry.FollowUp!.Kind}, {entry.FollowUp.Text}, which nobody did");
            }
        }

        if (happened.DistinctBy(static entry => entry.FollowUp!.Text, StringComparer.Ordinal).Count() != happened.Count)
        {
            throw new Violation("reviews", $"{reference} has a follow-up twice");
        }

        var inOrder = happened.ConvertAll(entry => acts.First(act => IsOf(entry, act)));
        for (var i = 1; i < inOrder.Count; i++)
        {
            if (inOrder[i].AnsweredAt < inOrder[i - 1].SentAt)
            {
                throw new Violation("reviews", $"{inOrder[i].Text} of {reference} was answered before {inOrder[i - 1].Text} was sent, and stands behind it");
            }
        }
    }

    private static void CheckCourse(Evidence evidence, JournalEntry assessment, List<JournalEntry> happened, IEnumerable<FollowUpAct> acts)
    {
        var (decision, isCancelled) = (assessment.Decision, false);
        foreach (var followUp in happened.Select(static entry => entry.FollowUp!))
        {
            if (followUp.Kind is FollowUpKind.DecidedInReview or FollowUpKind.Cancelled or FollowUpKind.Retried or FollowUpKind.Claimed && (isCancelled || !Waits(decision)))
            {
                throw new Violation("reviews", $"{assessment.Reference} was {decision}{(isCancelled ? " and cancelled" : "")}, and then {followUp.Kind}, {followUp.Text}");
            }

            isCancelled |= followUp.Kind == FollowUpKind.Cancelled;
            decision = followUp.Decision is { } next ? EnumNames.Of(next) : decision;
        }

        var isFinal = isCancelled || !Waits(decision);
        if (!isFinal && acts.FirstOrDefault(static act => act.Refusal is "ASSESSMENT_CLOSED" or "ASSESSMENT_FINAL") is { } refused)
        {
            throw new Violation("reviews", $"{refused.Text} of {assessment.Reference} was refused with {refused.Refusal}, and it waits");
        }

        var found = evidence.Answers.GetValueOrDefault(assessment.Reference);
        if (found is not null && (!string.Equals(found.DecisionNow, decision, StringComparison.Ordinal) || found.FollowUps.Count != happened.Count))
        {
            throw new Violation("reviews", $"{assessment.Reference} is {found.DecisionNow} with {found.FollowUps.Count} follow-ups, and should be {decision} with {happened.Count}");
        }
    }

    private static void CheckUndone(Evidence evidence, JournalEntry assessment, List<JournalEntry> happened, List<JournalEntry> releases)
    {
        var undoing = happened.Find(static entry => Undoes(entry.FollowUp!));
        var whole = releases.Count(static release => release.IsWhole);
        if (whole > (undoing is null ? 0 : 1))
        {
            throw new Violation("reviews", $"{assessment.Reference} is given back {whole} times as a whole");
        }

        var isOwed = undoing is not null && assessment.Decision is not "REJECT" && undoing.At - assessment.At < NearlyDayMicroseconds
            && evidence.History.ByReference[(evidence.Tenant, assessment.Reference)][0].Payment.Original is null;
        var given = releases.Sum(static release => release.AmountMinor);
        if (given > assessment.AmountMinor || (isOwed && given != assessment.AmountMinor))
        {
            throw new Violation("reviews", $"{assessment.Reference} over {assessment.AmountMinor} was undone by {undoing?.FollowUp!.Kind}, and {given} is given back");
        }
    }

    private static bool Undoes(FollowUp followUp) => followUp switch
    {
        { Kind: FollowUpKind.Cancelled } => true,
        { Kind: FollowUpKind.DecidedInReview or FollowUpKind.Retried, Decision: Domain.Scoring.Decision.Reject } => true,
        { Outcome: ReportedOutcome.Failed or ReportedOutcome.Returned } => true,
        _ => false,
    };

    private static bool Waits(string decision) => decision is "MANUAL_REVIEW" or "HOLD" or "ESCALATE";

    private static bool IsOf(JournalEntry entry, FollowUpAct act)
        => string.Equals(entry.FollowUp!.Text, act.Text, StringComparison.Ordinal) && string.Equals(EnumNames.Of(entry.FollowUp.Kind), act.Kind, StringComparison.Ordinal)
            && (act.Word is null || string.Equals(act.Word, entry.FollowUp.Outcome is { } outcome ? EnumNames.Of(outcome) : entry.Decision, StringComparison.Ordinal));
}
