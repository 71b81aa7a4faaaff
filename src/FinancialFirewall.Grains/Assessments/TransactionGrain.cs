using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;
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
    TimeProvider time,
    ILogger<TransactionGrain> logger) : Grain, ITransactionGrain
{
    /// <summary>How often a batch is observed anew because policies are published faster than it can be claimed.</summary>
    private const int MaximumObservations = 8;

    private static readonly TimeSpan ResendPeriod = TimeSpan.FromSeconds(10);

    private readonly PendingReferences pending = new();
    private PartitionIdentity partition;
    private JournalPosition? appended;
    private IGrainTimer? resending;
    private long savedSequence;
    private bool isOvertaken;
    private PartitionBook book = null!;
    private ReleaseLedger ledger = null!;
    private PartitionReleases releases = null!;
    private BatchDecision decision = null!;
    private DuplicateAnswers duplicates = null!;
    private ShardCalls shards = null!;
    private PolicyPreparation preparation = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, number) = TenantGrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        partition = new PartitionIdentity(tenant, number, journal.OpenEpoch(tenant, number));
        (book, ledger, savedSequence) = await recovery.RecoverAsync(partition, cancellationToken);
        decision = new BatchDecision(partition, journal, time);
        duplicates = new DuplicateAnswers(partition, GrainFactory, journal);
        shards = new ShardCalls(GrainFactory, tenant, number);
        releases = new PartitionReleases(partition, GrainFactory, journal, catalog, book, ledger, time);
        preparation = new PolicyPreparation(partition, journal, catalog, book);
        if (ledger.Outstanding.Count > 0)
        {
            // Not from here: the partition of an original may be waiting for this one.
            Resend(TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (book is not null && !isOvertaken && !journal.Failure.IsCompleted
            && journal.GetCommittedSequence(partition.Tenant, partition.Number) == book.LastSequence)
        {
            await snapshots.SaveAsync(partition, book.LastSequence, PartitionSnapshots.Serialize(book, ledger));
        }
    }

    /// <inheritdoc/>
    public async Task<AssessmentAnswer[]> Assess(PaymentBatch batch)
    {
        var flight = new BatchInFlight(batch, time.GetTimestamp());
        pending.Enter(flight);
        try
        {
            await DecideAsync(flight);
        }
        finally
        {
            await SettleAsync(flight);
        }

        await SendReleasesAsync(flight);
        await duplicates.AnswerAsync(flight);
        if (!flight.Snapshot.Bytes.IsEmpty)
        {
            await snapshots.SaveAsync(partition, flight.Snapshot.LastSequence, flight.Snapshot.Bytes);
        }

        return flight.Answers;
    }

    /// <inheritdoc/>
    public Task<AssessmentAnswer[]> Preview(PaymentBatch batch)
        => Task.FromResult(BatchPreview.Decide(partition, batch, book, Instant.From(time.GetUtcNow())));

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> Read(long sequence)
        => (await journal.ReadRecordAsync(partition.Tenant, partition.Number, sequence))?.Bytes ?? default;

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> Find(ReferenceKey reference)
    {
        if (pending.Find(reference) is { } flight)
        {
            await flight.Finished;
            var decided = flight.CommittedRecordOf(reference);
            if (!decided.IsEmpty)
            {
                return decided;
            }

            // The batch only repeated what was decided before.
        }

        return await recovery.FindAsync(partition, reference);
    }

    /// <inheritdoc/>
    public async Task Release(ReleaseRequest request)
    {
        if (await releases.TakeAsync(request, await Find(request.Original)))
        {
            preparation.NoteOther();
        }
    }

    /// <inheritdoc/>
    public Task<PublishProgress> Prepare(int version) => preparation.AdvanceAsync(version);

    /// <inheritdoc/>
    public async Task Switch(int version)
    {
        while (!preparation.TrySwitch(version))
        {
            await preparation.AdvanceAsync(version);

            // What is decided and not on disk yet cannot be read: others of this partition have to go on.
            await Task.Yield();
        }

        if (appended is { } position)
        {
            // Whoever reads the journal after this call finds everything that older versions decided.
            await journal.CommitAsync(position);
        }
    }

    /// <summary>
    /// Ends a batch's claims, and only then lets others of this partition claim the same references: the end of an old claim must not be taken for the
    /// end of a new one.
    /// </summary>
    private async Task SettleAsync(BatchInFlight flight)
    {
        try
        {
            await shards.SettleAsync(flight);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotSettled(problem, partition.Number, partition.Tenant.Name);
        }
        finally
        {
            pending.Leave(flight);
            flight.Finish();
        }
    }

    /// <summary>The batch is decided and on disk, whatever becomes of this: what did not arrive is sent again.</summary>
    private async Task SendReleasesAsync(BatchInFlight flight)
    {
        try
        {
            if (!await releases.SendAsync(flight))
            {
                Resend(ResendPeriod);
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotReleased(problem, partition.Number, partition.Tenant.Name);
            Resend(ResendPeriod);
        }
    }

    private void Resend(TimeSpan due)
        => resending ??= this.RegisterGrainTimer(_ => releases.ResendAsync(), new GrainTimerCreationOptions(due, ResendPeriod) { Interleave = true });

    /// <summary>Takes a snapshot when enough has happened since the last one; it is saved once what it shows is on disk.</summary>
    private void TakeSnapshotWhenDue(BatchInFlight flight)
    {
        if (book.LastSequence - savedSequence >= snapshots.RecordsBetween)
        {
            savedSequence = book.LastSequence;
            flight.Snapshot = (book.LastSequence, PartitionSnapshots.Serialize(book, ledger));
        }
    }

    private async Task DecideAsync(BatchInFlight flight)
    {
        var reserved = await ClaimAsync(flight);
        if (!reserved.IsSuccess)
        {
            flight.Refuse(reserved.Errors[0]);
            return;
        }

        using var reservation = reserved.Value;
        if (reservation is null)
        {
            return;
        }

        var result = DecideAll(flight, reservation);
        if (!result.IsSuccess)
        {
            flight.Refuse(result.Errors[0]);
            return;
        }

        appended = result.Value;
        Note(flight);
        TakeSnapshotWhenDue(flight);
        await journal.CommitAsync(result.Value);
        flight.Commit();
    }

    /// <summary>Decides and appends; where that fails, what this activation knows of its accounts is no longer what the journal says, and it ends.</summary>
    private Result<JournalPosition> DecideAll(BatchInFlight flight, JournalReservation reservation)
    {
        var isAppended = false;
        try
        {
            var result = decision.DecideAll(flight, book, reservation);
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

    /// <summary>Claims and reserves until the policy that was observed for is the one that will decide.</summary>
    /// <returns>Room in the journal; null when everything was claimed by others before.</returns>
    private async Task<Result<JournalReservation?>> ClaimAsync(BatchInFlight flight)
    {
        await shards.ClaimAsync(flight);
        for (var i = 0; i < MaximumObservations; i++)
        {
            var policy = book.Policy;
            await shards.ObserveAsync(flight, book, Instant.From(time.GetUtcNow()));
            var bytes = BatchDecision.RequiredBytes(flight, policy);
            if (bytes == 0)
            {
                return Result.Success<JournalReservation?>(null);
            }

            var reserved = await journal.ReserveAsync(bytes);
            if (!reserved.IsSuccess)
            {
                return Result.Failure<JournalReservation?>(reserved.Errors);
            }

            if (ReferenceEquals(policy, book.Policy))
            {
                return reserved.Value;
            }

            reserved.Value.Dispose();
        }

        return AssessmentErrors.PartitionMoved(partition);
    }

    private void Note(BatchInFlight flight)
    {
        for (var i = 0; i < flight.Items.Length; i++)
        {
            if (flight.Items[i].Sequence != 0)
            {
                ledger.Note(flight.Answers[i].Record.Span);
                preparation.Note(flight.Items[i].Sequence, flight.Answers[i].Record);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Claims of partition {Partition} of tenant '{Tenant}' could not be ended.")]
    private partial void LogNotSettled(Exception problem, int partition, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "Releases of partition {Partition} of tenant '{Tenant}' could not be sent and will be sent again.")]
    private partial void LogNotReleased(Exception problem, int partition, string tenant);
}
