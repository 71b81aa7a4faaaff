using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Records what happens to the partition's assessments after their first decision. One list of requests at a time, so that each sees what the one before it did;
/// payments are decided meanwhile. A follow-up and what it gives back are appended together.
/// </summary>
internal sealed class PartitionFollowUps(
    PartitionIdentity partition,
    IJournal journal,
    PolicyCatalog catalog,
    StoredFollowUps stored,
    PartitionBook book,
    PartitionReleases releases,
    TimeProvider time,
    Action<JournalPosition> appending)
{
    private readonly Turns turns = new();
    private readonly RecordBatch records = new();

    // What has happened to each assessment that this list of requests is about, with what it has recorded already and the index does not have yet.
    private readonly Dictionary<long, List<FollowUp>> known = [];
    private JournalPosition? last;

    /// <summary>Records what is admitted, in the order of the requests, and answers when it is on disk.</summary>
    public async Task<FollowUpAnswer[]> TakeAsync(IReadOnlyList<FollowUpRequest> requests)
    {
        await turns.TakeAsync();
        try
        {
            // Whatever went wrong last time: what was appended then is seen now.
            await CommitAsync();
            var answers = new FollowUpAnswer[requests.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = await TakeAsync(requests[i]);
            }

            await (PlantedBugs.AnswerFollowUpEarly ? ValueTask.CompletedTask : CommitAsync());
            return answers;
        }
        finally
        {
            known.Clear();
            turns.End();
        }
    }

    private ValueTask CommitAsync() => last is { } position ? journal.CommitAsync(position) : ValueTask.CompletedTask;

    private static bool IsErased(ReadOnlyMemory<byte> assessment) => new AssessmentRecord(assessment.Span).Payment.ErasedAt is not null;

    private async Task<FollowUpAnswer> TakeAsync(FollowUpRequest request)
    {
        var read = await journal.ReadRecordAsync(partition.Tenant, partition.Number, request.Assessment.Sequence);
        var assessment = read?.Bytes ?? default;
        if (!AssessmentRouter.IsOf(assessment, request.Assessment))
        {
            return FollowUpAnswer.Refused(AssessmentErrors.Unknown(request.Assessment));
        }

        if (!known.TryGetValue(request.Assessment.Sequence, out var before))
        {
            known.Add(request.Assessment.Sequence, before = [.. await stored.FindAsync(partition.Tenant, assessment)]);
        }

        var standing = AssessmentStanding.Of(new AssessmentRecord(assessment.Span).Decision, before);
        var repeated = ReviewRules.FindRepeated(standing, request.Wanted);
        if (!repeated.IsSuccess || repeated.Value is not null)
        {
            return repeated.IsSuccess ? new FollowUpAnswer(repeated.Value, IsRepeated: true, Refusal: null) : FollowUpAnswer.Refused(repeated.Errors[0]);
        }

        if (request.Wanted.Kind is FollowUpKind.Noted or FollowUpKind.Retried && IsErased(assessment))
        {
            return FollowUpAnswer.Refused(AssessmentErrors.Erased(request.Assessment));
        }

        var admitted = ReviewRules.Admit(standing, request.Wanted, Now(), request.TakesTwo, request.TakesOver);
        return admitted.IsSuccess ? await RecordAsync(assessment, admitted.Value) : FollowUpAnswer.Refused(admitted.Errors[0]);
    }

    private async Task<FollowUpAnswer> RecordAsync(ReadOnlyMemory<byte> assessment, FollowUp admitted)
    {
        // Nothing seals a text for somebody who is erased, and nothing would erase it again.
        var followUp = IsErased(assessment) ? admitted with { Text = "" } : admitted;
        var decidedBy = followUp.Kind == FollowUpKind.Retried ? await catalog.GetAsync(partition.Tenant, new AssessmentRecord(assessment.Span).PolicyVersion) : null;
        var longest = LongestOf(assessment, followUp);
        var reserved = await journal.ReserveAsync(RecordBatch.RequiredBytesFor(2, longest));
        if (!reserved.IsSuccess)
        {
            return FollowUpAnswer.Refused(reserved.Errors[0]);
        }

        using var reservation = reserved.Value;
        var appended = Append(assessment, decidedBy is null ? followUp : Decide(assessment, decidedBy, followUp), reservation);
        return appended.IsSuccess ? new FollowUpAnswer(appended.Value, IsRepeated: false, Refusal: null) : FollowUpAnswer.Refused(appended.Errors[0]);
    }

    /// <summary>Appends a follow-up and what it gives back, and takes both in. Nothing else happens in the partition meanwhile.</summary>
    private Result<FollowUp> Append(ReadOnlyMemory<byte> bytes, FollowUp wanted, JournalReservation reservation)
    {
        var assessment = new AssessmentRecord(bytes.Span);
        var followUp = wanted with { At = Now(), Sequence = book.LastSequence + 1 };
        var record = FollowUpRecord.Write(assessment, followUp);
        var release = ReasonOf(assessment.Sequence, followUp) is { } reason && !PlantedBugs.UndoWithoutRelease ? releases.EntireOf(assessment, reason, followUp.At, behind: 1) : null;
        records.Clear();
        records.Add(record, assessment.ReferenceHash);
        if (release is not null)
        {
            records.Add(release);
        }

        var appended = journal.Append(partition.Tenant, partition.Number, partition.Epoch, followUp.Sequence, records, reservation);
        if (!appended.IsSuccess)
        {
            return AssessmentErrors.PartitionMoved(partition);
        }

        last = appended.Value;
        appending(appended.Value);
        book.Reviews.Note(record);
        book.Advance(followUp.At);
        if (release is not null)
        {
            releases.Note(release);
        }

        known[assessment.Sequence].Add(followUp);
        return followUp;
    }

    /// <summary>Why something is given back; null where nothing is, or an earlier follow-up gave it back already.</summary>
    private ReleaseReason? ReasonOf(long assessment, FollowUp followUp)
        => known[assessment].Exists(static one => ReviewRules.ReleaseOf(one) is not null) ? null : ReviewRules.ReleaseOf(followUp);

    /// <summary>Decides the payment anew, by the policy in force and beside the account's present history, and records it in no window.</summary>
    private FollowUp Decide(ReadOnlyMemory<byte> assessment, CompiledPolicy decidedBy, FollowUp followUp)
    {
        var outcome = book.DecideAgain(new AssessmentRecord(assessment.Span), FirstKeyedValues.Of(assessment, decidedBy, book.Policy), Now());
        return followUp with { Decision = outcome.Decision, Level = outcome.Level, Score = outcome.Score, PolicyVersion = book.Policy.Version };
    }

    private static int LongestOf(ReadOnlyMemory<byte> assessment, FollowUp followUp)
    {
        var payment = new AssessmentRecord(assessment.Span).Payment;
        return FollowUpRecord.LengthOf(payment, followUp) + ReleaseRecord.LengthOf(payment, []);
    }

    private Instant Now()
    {
        var now = Instant.From(time.GetUtcNow());
        return now < book.Clock ? book.Clock : now;
    }
}
