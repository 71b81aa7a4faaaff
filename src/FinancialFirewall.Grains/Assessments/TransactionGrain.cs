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
    TimeProvider time,
    ILogger<TransactionGrain> logger) : Grain, ITransactionGrain
{
    /// <summary>How often room is reserved anew because policies are published faster than it can be had.</summary>
    private const int MaximumReservations = 8;

    private static readonly TimeSpan ResendPeriod = TimeSpan.FromSeconds(10);

    private PartitionIdentity partition;
    private JournalPosition? appended;
    private IGrainTimer? resending;
    private long savedSequence;
    private bool isOvertaken;
    private Task saving = Task.CompletedTask;
    private PartitionBook book = null!;
    private ReleaseLedger ledger = null!;
    private PartitionReleases releases = null!;
    private BatchDecision decision = null!;
    private PolicyPreparation preparation = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, number) = TenantGrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        partition = new PartitionIdentity(tenant, number, journal.OpenEpoch(tenant, number));
        (book, ledger, savedSequence) = await recovery.RecoverAsync(partition, cancellationToken);
        decision = new BatchDecision(partition, journal, time);
        releases = new PartitionReleases(partition, GrainFactory, journal, catalog, book, ledger, time);
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
            using var snapshot = PartitionSnapshots.Serialize(book, ledger);
            await SaveAsync(snapshot);
        }
    }

    /// <inheritdoc/>
    public async Task<DecidedBatch> Assess(PartitionBatch batch)
    {
        var startedAt = time.GetTimestamp();
        var reserved = await ReserveAsync(batch.Payments);
        if (!reserved.IsSuccess)
        {
            return DecidedBatch.Refused(book.Policy.Version, reserved.Errors[0]);
        }

        using var reservation = reserved.Value;
        if (!batch.IsObservedFor(book.Policy))
        {
            return DecidedBatch.ObserveAgain(book.Policy.Version);
        }

        if (Instant.From(time.GetUtcNow()) > batch.ClaimedUntil)
        {
            return DecidedBatch.Refused(book.Policy.Version, AssessmentErrors.TooLate);
        }

        var result = DecideAll(batch, startedAt, reservation);
        if (!result.IsSuccess)
        {
            return DecidedBatch.Refused(book.Policy.Version, result.Errors[0]);
        }

        var (decided, position) = result.Value;
        appended = position;
        Note(decided);
        using var snapshot = TakeSnapshotWhenDue();
        await (PlantedBugs.SnapshotBeforeCommit ? ValueTask.CompletedTask : journal.CommitAsync(position));
        if (snapshot is not null)
        {
            await SaveAsync(snapshot);
        }

        return decided;
    }

    /// <inheritdoc/>
    public Task<AssessmentAnswer[]> Preview(PaymentBatch batch)
        => Task.FromResult(BatchPreview.Decide(partition, batch, book, Instant.From(time.GetUtcNow())));

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> Read(long sequence)
        => (await journal.ReadRecordAsync(partition.Tenant, partition.Number, sequence))?.Bytes ?? default;

    /// <inheritdoc/>
    public async Task Drain()
    {
        if (appended is { } position)
        {
            await journal.CommitAsync(position);
        }
    }

    /// <inheritdoc/>
    public async Task SendReleases()
    {
        // What cannot be told now is told by the timer, also when this activation's caller is gone.
        SendReleasesLater(ResendPeriod);
        await releases.SendAsync();
    }

    /// <inheritdoc/>
    public async Task Release(ReleaseRequest request)
    {
        if (await releases.TakeAsync(request))
        {
            preparation.NoteOther();
        }
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        if (persons.KeysOf(partition.Tenant) is not { } keys)
        {
            return;
        }

        book.Forget(keys);
        using var snapshot = PartitionSnapshots.Serialize(book, ledger);
        await Drain();
        await InTurnAsync(() => snapshots.ReplaceAllAsync(partition, snapshot).AsTask());
    }

    /// <inheritdoc/>
    public Task<PublishProgress> Prepare(int version) => preparation.AdvanceAsync(version);

    /// <inheritdoc/>
    public Task<int> GetPolicyVersion() => Task.FromResult(book.Policy.Version);

    /// <inheritdoc/>
    public async Task Switch(int version)
    {
        while (!preparation.TrySwitch(version))
        {
            await preparation.AdvanceAsync(version);

            // What is decided and not on disk yet cannot be read: others of this partition have to go on.
            await Task.Yield();
        }

        // Whoever reads the journal after this call finds everything that older versions decided.
        await Drain();
    }

    /// <summary>Room in the journal for a batch, as the policy in force needs it.</summary>
    private async ValueTask<Result<JournalReservation>> ReserveAsync(PaymentBatch payments)
    {
        for (var i = 0; i < MaximumReservations; i++)
        {
            var policy = book.Policy;
            var reserved = await journal.ReserveAsync(BatchDecision.RequiredBytes(payments, policy));
            if (!reserved.IsSuccess || ReferenceEquals(policy, book.Policy))
            {
                return reserved;
            }

            reserved.Value.Dispose();
        }

        return AssessmentErrors.PolicyChanging;
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
        return PartitionSnapshots.Serialize(book, ledger);
    }

    private void Note(DecidedBatch decided)
    {
        if (!decided.HasReleases && !preparation.IsFilling)
        {
            return;
        }

        var first = book.LastSequence - decided.Ends.Count + 1;
        for (var i = 0; i < decided.Ends.Count; i++)
        {
            ledger.Note(decided[i].Span);
            preparation.Note(first + i, decided[i]);
        }
    }

    private void SendReleasesLater(TimeSpan due)
        => resending ??= this.RegisterGrainTimer(
            _ => SendReleasesByTimerAsync(), new GrainTimerCreationOptions(due, ResendPeriod) { Interleave = true });

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
}
