using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>The history that one payment is decided from: what its account and its other keys did before it, as far back as windows reach.</summary>
/// <param name="book">Takes the history.</param>
/// <param name="windows">The windows that are filled.</param>
/// <param name="stored">The assessment.</param>
/// <param name="asked">The packed payment that is decided in place of the stored one; null where it is that one.</param>
internal sealed class WhatIfHistory(TrialBook book, TrialWindows windows, ReadOnlyMemory<byte> stored, byte[]? asked)
{
    private readonly byte[] payment = asked ?? new AssessmentRecord(stored.Span).Payment.Bytes.ToArray();
    private TrialPeriod period = new([], [], []);

    /// <summary>
    /// Whether account and device are to be looked up anew: another account was first seen at another time, and whether a device is new says all that the account ever did. Where
    /// neither is another, the record says both.
    /// </summary>
    private bool LooksUpAccount { get; } = asked is not null && !HasSameAccountAndDevice(new AssessmentRecord(stored.Span).Payment, new PackedPayment(asked));

    private Instant At => new AssessmentRecord(stored.Span).AssessedAt;

    private int AccountPartition => TenantGrainKeys.PartitionOf(new PackedPayment(payment).AccountHash);

    /// <summary>Finds the records to read.</summary>
    /// <returns>How many there are.</returns>
    public async Task<long> FindAsync(TrialPeriods periods)
    {
        var end = periods.Ends();
        if (windows.IsEmpty && !LooksUpAccount)
        {
            period = new TrialPeriod(end, end, end);
            return 0;
        }

        // What was recorded at the very time of the assessment comes before it but in its own partition.
        var before = await periods.FindAsync(new Instant(At.UnixMicroseconds + 1));
        var record = new RecordHeader(stored.Span);
        var (partition, sequence) = (record.Partition, record.Sequence);
        before[partition] = sequence - 1;
        period = await periods.ReachAsync(windows, At, [.. before], before);
        var begin = period.Begin.ToArray();
        for (var other = 0; other < begin.Length; other++)
        {
            begin[other] = other == AccountPartition ? (LooksUpAccount ? periods.Removed(other) : begin[other]) : windows.HasKeyed ? begin[other] : before[other];
        }

        period = period with { Begin = begin };
        return period.Records;
    }

    /// <summary>Reads them.</summary>
    public Task ReadAsync(IJournal journal, TrialPace pace, CancellationToken cancellationToken)
        => new TenantTimeline(journal, book.Policy.Tenant, period.Begin, period.End).ReadAsync(
            async record =>
            {
                await pace.RestAsync(cancellationToken);
                if (IsOfTheSame(record.Span))
                {
                    book.Count(record);
                }
            },
            cancellationToken);

    /// <summary>Decides the payment.</summary>
    /// <param name="decidedBy">The policy that decided the stored one.</param>
    /// <returns>The assessment as it would have been kept.</returns>
    public byte[] Decide(CompiledPolicy decidedBy)
    {
        var record = new AssessmentRecord(stored.Span);
        var outcome = asked is null ? book.Decide(stored, decidedBy)
            : LooksUpAccount ? book.Decide(payment, At, firstSeen: null, isNewDevice: null)
            : book.Decide(payment, At, record.AccountFirstSeen, record.Facts.HasFlag(AssessmentFacts.DeviceIsNew));
        var bytes = new byte[AssessmentRecordWriter.MaximumLength(book.Frame, book.Policy.SlotCount)];
        var stamp = new RecordStamp(record.Partition, record.Sequence, record.ProcessingMicroseconds);
        return bytes[..AssessmentRecordWriter.Write(bytes, stamp, book.Frame, outcome, book.Policy)];
    }

    private static bool HasSameAccountAndDevice(PackedPayment one, PackedPayment other)
        => one.Text(PaymentMember.FromAccountNumber).SequenceEqual(other.Text(PaymentMember.FromAccountNumber))
            && one.Text(PaymentMember.DeviceId).SequenceEqual(other.Text(PaymentMember.DeviceId));

    /// <summary>Whether a record is of the payment's account, or of a key that it shares with it.</summary>
    private bool IsOfTheSame(ReadOnlySpan<byte> bytes)
    {
        var own = new PackedPayment(payment);
        switch (new RecordHeader(bytes).Kind)
        {
            case RecordKind.Release:
                return new ReleaseRecord(bytes).OriginalPayment.AccountHash == own.AccountHash;
            case RecordKind.Assessment:
                var other = new AssessmentRecord(bytes).Payment;
                return other.AccountHash == own.AccountHash || SharesKey(own, other);
            default:
                return false;
        }
    }

    private bool SharesKey(PackedPayment one, PackedPayment other)
    {
        foreach (var window in book.Policy.KeyedWindows)
        {
            var member = CompiledPolicy.KeyMember(window.Key);
            if (one.Has(member) && one.Text(member).SequenceEqual(other.Text(member)))
            {
                return true;
            }
        }

        return false;
    }
}
