using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Storage.Journals;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Gives back to an account's sums what refunds, reversals and returns undo. The partition of the refund asks, the partition of the original gives,
/// at most what is left of it, and journals that.
/// </summary>
internal sealed class PartitionReleases(
    PartitionIdentity partition,
    IGrainFactory grainFactory,
    IJournal journal,
    PolicyCatalog catalog,
    PartitionBook book,
    ReleaseLedger ledger,
    TimeProvider time,
    Action<JournalPosition> appending)
{
    /// <summary>
    /// How much later than its refund an original may come: both can be in one batch, and there is no order between partitions. What comes later still
    /// is not released, before and after a restart alike.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TenantGrains grains = new(grainFactory, partition.Tenant);
    private readonly RecordBatch records = new();
    private readonly Dictionary<long, Instant> missedSince = [];

    /// <summary>Tells the originals of all refunds that are on disk and not confirmed. One whose original is still being decided, or not there yet, is left for later.</summary>
    public async Task SendAsync()
    {
        foreach (var sequence in ledger.Outstanding.ToList())
        {
            if (await journal.ReadRecordAsync(partition.Tenant, partition.Number, sequence) is { } record)
            {
                await SendAsync(sequence, record.Bytes);
            }
        }
    }

    /// <summary>Gives back what a refund undoes of one of this partition's payments.</summary>
    /// <param name="request">The refund.</param>
    /// <returns>Whether anything was given back now.</returns>
    public async Task<bool> TakeAsync(ReleaseRequest request)
    {
        var original = (await journal.ReadRecordAsync(partition.Tenant, partition.Number, request.Original))?.Bytes ?? default;
        if (original.IsEmpty || !HasSomethingToGive(new AssessmentRecord(original.Span), request.RefundedAt))
        {
            return false;
        }

        var length = ReleaseRecord.LengthOf(new AssessmentRecord(original.Span).Payment, request.Refund.Utf8.Span);
        var reserved = await journal.ReserveAsync(RecordBatch.RequiredBytesFor(1, length));
        if (!reserved.IsSuccess)
        {
            throw new InvalidOperationException(reserved.Errors[0].Message);
        }

        using var reservation = reserved.Value;
        if (Apply(request, original, reservation) is not { } position)
        {
            return false;
        }

        await journal.CommitAsync(position);
        return true;
    }

    /// <summary>Whether a payment counts in sums and came in time: a refund, say, has nothing that its own refund could give back.</summary>
    private static bool HasSomethingToGive(AssessmentRecord original, Instant refundedAt)
        => original.Decision != Decision.Reject
            && CompiledPolicy.CountsInWindows(original.Payment.Kind)
            && original.AssessedAt <= refundedAt.Plus(Patience);

    private JournalPosition? Apply(ReleaseRequest request, ReadOnlyMemory<byte> original, JournalReservation reservation)
    {
        var record = new AssessmentRecord(original.Span);
        var before = ledger.Originals.GetValueOrDefault(record.Sequence);
        if ((before?.RefundHashes.Contains(request.Refund.Hash) == true && !PlantedBugs.ReleaseTwice) || !record.Facts.HasFlag(AssessmentFacts.HasBaseAmount))
        {
            return null;
        }

        var bytes = Write(request, record, before?.AmountMinor ?? 0);
        records.Clear();
        records.Add(bytes);
        var appended = journal.Append(partition.Tenant, partition.Number, partition.Epoch, book.LastSequence + 1, records, reservation);
        if (!appended.IsSuccess)
        {
            throw new InvalidOperationException(appended.Errors[0].Message);
        }

        appending(appended.Value);
        Note(bytes);
        return appended.Value;
    }

    private byte[] Write(ReleaseRequest request, AssessmentRecord original, long releasedBefore)
    {
        var amount = Math.Min(request.AmountMinor, original.BaseAmountMinor - (PlantedBugs.ReleaseTooMuch ? 0 : releasedBefore));
        var ownAmount = original.BaseAmountMinor == 0 ? 0 : (long)((Int128)original.Payment.AmountMinor * amount / original.BaseAmountMinor);
        var now = Instant.From(time.GetUtcNow());
        var bytes = new byte[ReleaseRecord.LengthOf(original.Payment, request.Refund.Utf8.Span)];
        ReleaseRecord.Write(
            bytes,
            new RecordStamp(partition.Number, book.LastSequence + 1, ProcessingMicroseconds: 0),
            now < book.Clock ? book.Clock : now,
            original,
            amount,
            ownAmount,
            request.Reason,
            request.Refund.Utf8.Span);
        return bytes;
    }

    /// <summary>
    /// The release of what is left of a payment that is undone for another reason than a refund, to be appended as the next record but <paramref name="behind"/>; null where
    /// nothing is left.
    /// </summary>
    /// <param name="original">The assessment.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When, by the partition's clock.</param>
    /// <param name="behind">How many records are appended before it.</param>
    public byte[]? EntireOf(AssessmentRecord original, ReleaseReason reason, Instant at, int behind)
    {
        var before = ledger.Originals.GetValueOrDefault(original.Sequence);
        var left = original.BaseAmountMinor - (before?.AmountMinor ?? 0);
        if (left <= 0
            || !original.Facts.HasFlag(AssessmentFacts.HasBaseAmount)
            || !HasSomethingToGive(original, original.AssessedAt))
        {
            return null;
        }

        var ownAmount = (long)((Int128)original.Payment.AmountMinor * left / original.BaseAmountMinor);
        var bytes = new byte[ReleaseRecord.LengthOf(original.Payment, [])];
        var stamp = new RecordStamp(partition.Number, book.LastSequence + 1 + behind, ProcessingMicroseconds: 0);
        ReleaseRecord.Write(bytes, stamp, at, original, left, ownAmount, reason, []);
        return bytes;
    }

    /// <summary>Takes in a release that was just appended.</summary>
    public void Note(byte[] release)
    {
        new HistoryReplay(partition.Tenant, catalog, book.Histories, book.Policy).Release(release);
        ledger.Note(release);
        book.Advance(new RecordHeader(release).At);
    }

    private async Task SendAsync(long sequence, ReadOnlyMemory<byte> refund)
    {
        var original = await LocateAsync(StoredReference.Of(refund, PaymentMember.OriginalTransactionReference));
        if (original.State is ReferenceState.InFlight or ReferenceState.Lapsed || (original.State == ReferenceState.Free && IsWorthWaiting(sequence)))
        {
            return;
        }

        if (original.State == ReferenceState.Committed)
        {
            await grains.Partition(original.Partition).Release(RequestOf(refund, original.Sequence));
        }

        missedSince.Remove(sequence);
        ledger.Confirm(sequence);
    }

    private bool IsWorthWaiting(long sequence)
    {
        var now = Instant.From(time.GetUtcNow());
        missedSince.TryAdd(sequence, now);
        return now < missedSince[sequence].Plus(Patience);
    }

    private static ReleaseRequest RequestOf(ReadOnlyMemory<byte> refund, long original)
    {
        var record = new AssessmentRecord(refund.Span);
        return new ReleaseRequest(
            original,
            StoredReference.Of(refund, PaymentMember.TransactionReference),
            record.BaseAmountMinor,
            ReasonOf(record.Payment.Kind),
            record.AssessedAt);
    }

    /// <summary>Where an original is, after waiting once for one that is being decided.</summary>
    private async Task<ReferenceClaim> LocateAsync(ReferenceKey original)
    {
        var shard = grains.ShardOf(original);
        var claim = await shard.Find(original);
        if (claim.State == ReferenceState.InFlight)
        {
            await shard.WaitForSettlement(original);
            claim = await shard.Find(original);
        }

        return claim;
    }

    private static ReleaseReason ReasonOf(PaymentKind kind) => kind switch
    {
        PaymentKind.Refund => ReleaseReason.Refund,
        PaymentKind.Reversal => ReleaseReason.Reversal,
        PaymentKind.Return => ReleaseReason.Return,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only refunds, reversals and returns give something back."),
    };
}
