using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Privacy;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Assessments;

/// <inheritdoc cref="ITransactionGrain"/>
/// <remarks>Every method interleaves, so that many batches wait for the disk together; what must not be interrupted stands between two awaits.</remarks>
public sealed partial class TransactionGrain(
    IJournal journal,
    PolicyCatalog catalog,
    PartitionRecovery recovery,
    PartitionSnapshots snapshots,
    PersonArchive persons,
    StoredFollowUps followUps,
    TimeProvider time,
    ILogger<TransactionGrain> logger) : Grain, ITransactionGrain
{
    private static readonly TimeSpan ResendPeriod = TimeSpan.FromSeconds(10);

    private PartitionIdentity partition;
    private JournalPosition? appended;
    private IGrainTimer? resending;
    private long savedSequence;
    private int snapshotBytes;
    private bool isOvertaken;
    private Task saving = Task.CompletedTask;
    private PartitionBook book = null!;
    private ReleaseLedger ledger = null!;
    private PartitionReleases releases = null!;
    private PartitionFollowUps reviewing = null!;
    private BatchAdmission admission = null!;
    private BatchDecision decision = null!;
    private PolicyPreparation preparation = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, number) = TenantGrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        partition = new PartitionIdentity(tenant, number, journal.OpenEpoch(tenant, number));
        (book, ledger, savedSequence) = await recovery.RecoverAsync(partition, cancellationToken);
        admission = new BatchAdmission(new TenantGrains(GrainFactory, tenant), number, journal, book, time);
        decision = new BatchDecision(partition, journal, time);
        releases = new PartitionReleases(partition, GrainFactory, journal, catalog, book, ledger, time, position => appended = position);
        reviewing = new PartitionFollowUps(partition, journal, catalog, followUps, book, releases, time, position => appended = position);
        preparation = new PolicyPreparation(partition, journal, catalog, book);
        if (ledger.Outstanding.Count > 0 && !PlantedBugs.ForgetRelease)
        {
            // Not from here: the partition of an original may be waiting for this one.
            SendReleasesLater(TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (book is not null && !isOvertaken && !journal.Failure.IsCompleted
            && (PlantedBugs.SnapshotBeforeCommit || journal.GetCommittedSequence(partition.Tenant, partition.Number) == book.LastSequence))
        {
            using var snapshot = Serialize();
            await SaveAsync(snapshot);
        }
    }

    /// <inheritdoc/>
    public async Task<DecidedBatch> Assess(PartitionBatch batch)
    {
        var startedAt = time.GetTimestamp();
        var admitted = await admission.AdmitAsync(batch);
        if (!admitted.IsSuccess)
        {
            return DecidedBatch.Refused(book.Policy.Version, admitted.Errors[0]);
        }

        var decided = await KeepAsync(Decide(admitted.Value, startedAt));
        await (admitted.Value.Observations is { } own ? SettleAsync(own, decided.Refusal is null) : Task.CompletedTask);
        return decided;
    }

    /// <inheritdoc/>
    public Task<AssessmentAnswer[]> Preview(PaymentBatch batch)
        => Task.FromResult(BatchPreview.Decide(partition, batch, book, Instant.From(time.GetUtcNow())));

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> Read(long sequence)
        => (await journal.ReadRecordAsync(partition.Tenant, partition.Number, sequence))?.Bytes ?? default;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FollowUp>> ReadFollowUps(long sequence)
    {
        var record = await Read(sequence);
        return record.IsEmpty || new RecordHeader(record.Span).Kind != RecordKind.Assessment ? [] : await followUps.FindAsync(partition.Tenant, record);
    }

    /// <inheritdoc/>
    public async Task Drain()
    {
        if (appended is { } position)
        {
            await journal.CommitAsync(position);
        }
    }

    /// <inheritdoc/>
    public Task SendReleases() => releases.SendAsync();

    /// <inheritdoc/>
    public async Task Release(ReleaseRequest request)
    {
        if (await releases.TakeAsync(request))
        {
            preparation.NoteOther();
        }
    }

    /// <inheritdoc/>
    public async Task<FollowUpAnswer[]> FollowUp(IReadOnlyList<FollowUpRequest> requests)
    {
        var answers = await reviewing.TakeAsync(requests);
        preparation.NoteOther();
        return answers;
    }

    /// <inheritdoc/>
    public Task<PartitionQueue> ListReviews()
        => Task.FromResult(PartitionQueue.Of(
            book.Reviews,
            partition.Number,
            journal.GetFirstSequence(partition.Tenant, partition.Number),
            journal.GetCommittedSequence(partition.Tenant, partition.Number)));

    /// <inheritdoc/>
    public async Task Forget()
    {
        if (persons.KeysOf(partition.Tenant) is not { } keys)
        {
            return;
        }

        book.Forget(keys);
        using var snapshot = Serialize();
        await Drain();
        await InTurnAsync(() => snapshots.ReplaceAllAsync(partition, snapshot).AsTask());
    }

    /// <inheritdoc/>
    public async Task<PublishProgress> Prepare(int version)
    {
        var progress = await preparation.AdvanceAsync(version);
        if (!progress.Done)
        {
            // What is decided and not on disk yet cannot be read: asking again before would be in vain.
            await Drain();
        }

        return progress;
    }

    /// <inheritdoc/>
    public Task<int> GetPolicyVersion() => Task.FromResult(book.Policy.Version);

    /// <inheritdoc/>
    public async Task Switch(int version)
    {
        while (!preparation.TrySwitch(version))
        {
            await preparation.AdvanceAsync(version);

            // What is decided and not on disk yet cannot be read.
            await Drain();
            await Task.Yield();
        }

        // Whoever reads the journal after this call finds everything that older versions decided.
        await Drain();
    }

    /// <summary>Decides a batch whose turn it is, or says why not.</summary>
    private (DecidedBatch Decided, JournalPosition? Position) Decide(in AdmittedBatch admitted, long startedAt)
    {
        using var turn = admitted;
        var isLate = Instant.From(time.GetUtcNow()) > admitted.Batch.ClaimedUntil;
        var result = isLate ? AssessmentErrors.TooLate : DecideAll(admitted.Batch, startedAt, admitted.Reservation);
        return result.IsSuccess ? (result.Value.Decided, result.Value.Position) : (DecidedBatch.Refused(book.Policy.Version, result.Errors[0]), null);
    }

    /// <summary>Completes when what was decided is on disk.</summary>
    private async ValueTask<DecidedBatch> KeepAsync((DecidedBatch Decided, JournalPosition? Position) result)
    {
        if (result.Position is not { } position)
        {
            return result.Decided;
        }

        appended = position;
        Note(result.Decided);
        using var snapshot = TakeSnapshotWhenDue();
        await (PlantedBugs.SnapshotBeforeCommit && snapshot is not null ? SaveAsync(snapshot) : Task.CompletedTask);
        await journal.CommitAsync(position);
        if (snapshot is not null)
        {
            await SaveAsync(snapshot);
        }

        return result.Decided;
    }

    /// <summary>Ends what this partition has observed itself. Nothing depends on it but memory.</summary>
    private async Task SettleAsync(BatchObservations observations, bool isDecided)
    {
        try
        {
            await observations.SettleAsync((_, _) => isDecided);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotSettled(problem, partition.Number, partition.Tenant.Name);
        }
    }

    /// <summary>Decides and appends; where that fails, what this activation knows of its accounts is no longer what the journal says, and it ends.</summary>
    private Result<(DecidedBatch Decided, JournalPosition Position)> DecideAll(PartitionBatch batch, long startedAt, JournalReservation reservation)
    {
        var isAppended = false;
        try
        {
            var result = isOvertaken ? AssessmentErrors.PartitionMoved(partition) : decision.DecideAll(batch, startedAt, book, reservation);
            isAppended = result.IsSuccess;
            return result;
        }
        finally
        {
            if (!isAppended)
            {
                isOvertaken = true;
                DeactivateOnIdle();
            }
        }
    }

    private Task SaveAsync(SnapshotBuffer snapshot) => InTurnAsync(() => snapshots.SaveAsync(partition, snapshot));

    /// <summary>Snapshots are written one after the other: an older one must not come after the one that replaces all.</summary>
    private async Task InTurnAsync(Func<Task> save)
    {
        var before = saving;
        var done = new TaskCompletionSource();
        saving = done.Task;
        await before;
        try
        {
            await save();
        }
        finally
        {
            done.SetResult();
        }
    }

    /// <summary>Takes a snapshot when enough has happened since the last one; it is saved once what it shows is on disk.</summary>
    private SnapshotBuffer? TakeSnapshotWhenDue()
    {
        if (book.LastSequence - savedSequence < snapshots.RecordsUntilDue(book.Histories.Count))
        {
            return null;
        }

        savedSequence = book.LastSequence;
        return Serialize();
    }

    private SnapshotBuffer Serialize()
    {
        var snapshot = PartitionSnapshots.Serialize(book, ledger, snapshotBytes);

        // The next one is rather a little longer.
        snapshotBytes = snapshot.Written.Length + (snapshot.Written.Length / 8);
        return snapshot;
    }

    private void Note(DecidedBatch decided)
    {
        if (!decided.HasReleases && !preparation.IsFilling)
        {
            return;
        }

        if (decided.HasReleases)
        {
            // Whoever asked for them may be gone before they are on disk.
            SendReleasesLater(ResendPeriod);
        }

        var first = book.LastSequence - decided.Ends.Length + 1;
        for (var i = 0; i < decided.Ends.Length; i++)
        {
            ledger.Note(decided[i].Span);
            preparation.Note(first + i, decided[i]);
        }
    }

    /// <summary>Tells originals, again and again, until every one has heard; the activation stays as long.</summary>
    private void SendReleasesLater(TimeSpan due)
        => resending ??= this.RegisterGrainTimer(
            _ => SendReleasesByTimerAsync(), new GrainTimerCreationOptions(due, ResendPeriod) { Interleave = true, KeepAlive = true });

    private async Task SendReleasesByTimerAsync()
    {
        if (ledger.Outstanding.Count == 0)
        {
            resending?.Dispose();
            resending = null;
            return;
        }

        try
        {
            await releases.SendAsync();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotReleased(problem, partition.Number, partition.Tenant.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Releases of partition {Partition} of tenant '{Tenant}' could not be sent and will be sent again.")]
    private partial void LogNotReleased(Exception problem, int partition, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "Observations of partition {Partition} of tenant '{Tenant}' could not be ended.")]
    private partial void LogNotSettled(Exception problem, int partition, string tenant);
}
