using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// The assessments of a partition that wait for a person, in the order of their sequences. Bounded: where more wait than <see cref="MaximumCount"/>, the oldest leave the
/// queue, and are still decided by their id. Rebuilt from the journal. Opening one allocates nothing but while the table grows.
/// </summary>
internal sealed class OpenReviews
{
    /// <summary>How many wait in the queue of one partition at the most.</summary>
    public const int MaximumCount = 16_384;

    /// <summary>How many leave at once where it is full, so that a full queue costs each payment next to nothing.</summary>
    private const int LeavingTogether = 1_024;

    private readonly ReviewRing open = new();
    private readonly Dictionary<long, ReviewProgress> progress = [];

    /// <summary>Those that wait, oldest first.</summary>
    public IReadOnlyList<OpenReview> All => open;

    /// <summary>How far those have come that somebody has looked at, by sequence.</summary>
    public IReadOnlyDictionary<long, ReviewProgress> Progress => progress;

    /// <summary>How many have left the queue because it was full.</summary>
    public long Forgotten { get; private set; }

    /// <summary>How far one has come.</summary>
    public ReviewProgress ProgressOf(long sequence) => progress.GetValueOrDefault(sequence, ReviewProgress.None);

    /// <summary>Takes in a payment that was just decided and waits for a person; its sequence is above all before it.</summary>
    public void Open(in OpenReview review)
    {
        if (open.Count == MaximumCount)
        {
            for (var i = 0; i < LeavingTogether; i++)
            {
                progress.Remove(open[i].Sequence);
            }

            open.RemoveFirst(LeavingTogether);
            Forgotten += LeavingTogether;
        }

        open.Add(review);
    }

    /// <summary>Takes in a record of the partition, as it is replayed or appended.</summary>
    public void Note(ReadOnlySpan<byte> bytes)
    {
        switch (new RecordHeader(bytes).Kind)
        {
            case RecordKind.Assessment when new AssessmentRecord(bytes) is var record && AssessmentStanding.Waits(record.Decision):
                var amount = record.Facts.HasFlag(AssessmentFacts.HasBaseAmount) ? record.BaseAmountMinor : OpenReview.UnknownAmount;
                Open(new OpenReview(record.Sequence, record.AssessedAt, record.Decision, record.Level, record.Score, amount));
                break;
            case RecordKind.FollowUp:
                var followUp = new FollowUpRecord(bytes);
                Take(followUp.AssessmentSequence, followUp.Read());
                break;
        }
    }

    internal void Restore(IEnumerable<OpenReview> reviews, IEnumerable<KeyValuePair<long, ReviewProgress>> known, long forgotten)
    {
        foreach (var review in reviews)
        {
            open.Add(review);
        }

        foreach (var (sequence, one) in known)
        {
            progress.Add(sequence, one);
        }

        Forgotten = forgotten;
    }

    private void Take(long sequence, FollowUp followUp)
    {
        var place = PlaceOf(sequence);
        if (place < 0)
        {
            return;
        }

        var before = ProgressOf(sequence);
        switch (followUp.Kind)
        {
            case FollowUpKind.Cancelled:
                Close(place);
                break;
            case FollowUpKind.DecidedInReview or FollowUpKind.Retried:
                Decide(place, followUp);
                break;
            case FollowUpKind.Disagreed:
                Decide(place, followUp with { Decision = Decision.Escalate });
                break;
            case FollowUpKind.Voted:
                progress[sequence] = before with { VotedBy = followUp.By };
                break;
            case FollowUpKind.Claimed:
                progress[sequence] = before with { ClaimedBy = followUp.Assignee, ClaimedUntil = followUp.Moment };
                break;
            case FollowUpKind.Unclaimed:
                progress[sequence] = before with { ClaimedBy = "", ClaimedUntil = default };
                break;
        }
    }

    private void Decide(int place, FollowUp followUp)
    {
        if (followUp.Decision is not { } decision || !AssessmentStanding.Waits(decision))
        {
            Close(place);
            return;
        }

        var before = open[place];
        open[place] = before with
        {
            Decision = decision,
            Level = followUp.Level ?? before.Level,
            Score = followUp.Level is null ? before.Score : followUp.Score,
        };
        if (progress.TryGetValue(before.Sequence, out var known))
        {
            progress[before.Sequence] = known with { VotedBy = "" };
        }
    }

    private void Close(int place)
    {
        progress.Remove(open[place].Sequence);
        open.RemoveAt(place);
    }

    private int PlaceOf(long sequence)
    {
        var (low, high) = (0, open.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (open[middle].Sequence == sequence)
            {
                return middle;
            }

            (low, high) = open[middle].Sequence < sequence ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
