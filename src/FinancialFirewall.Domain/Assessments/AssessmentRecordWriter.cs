using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Writes assessments in the layout of <see cref="AssessmentRecord"/>. Allocates nothing; same inputs give the same bytes.</summary>
public static class AssessmentRecordWriter
{
    /// <summary>No record of this payment is longer, in bytes.</summary>
    /// <param name="frame">The payment and its aggregates.</param>
    /// <param name="slots">How many aggregates the policy has (<see cref="CompiledPolicy.SlotCount"/>).</param>
    public static int MaximumLength(EvaluationFrame frame, int slots)
        => AssessmentRecord.SetsOffset + (2 * Scoring.FactorSet.Capacity / 8) + AggregatesMaximum(frame, slots) + frame.Payment.Bytes.Length;

    /// <summary>Writes a record.</summary>
    /// <param name="output">Takes the record.</param>
    /// <param name="stamp">Where the record stands.</param>
    /// <param name="frame">The payment, its aggregates, and what was known of its account.</param>
    /// <param name="outcome">What was decided.</param>
    /// <param name="policy">What decided.</param>
    /// <returns>The record's length in bytes.</returns>
    public static int Write(
        IBufferWriter<byte> output, RecordStamp stamp, EvaluationFrame frame, in Outcome outcome, CompiledPolicy policy)
    {
        var length = Write(output.GetSpan(MaximumLength(frame, policy.SlotCount)), stamp, frame, outcome, policy);
        output.Advance(length);
        return length;
    }

    /// <summary>Writes a record.</summary>
    /// <param name="destination">Takes the record; <see cref="MaximumLength"/> bytes are always enough.</param>
    /// <param name="stamp">Where the record stands.</param>
    /// <param name="frame">The payment, its aggregates, and what was known of its account.</param>
    /// <param name="outcome">What was decided.</param>
    /// <param name="policy">What decided.</param>
    /// <returns>The record's length in bytes.</returns>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Write(Span<byte> destination, RecordStamp stamp, EvaluationFrame frame, in Outcome outcome, CompiledPolicy policy)
    {
        var payment = frame.Payment;
        var facts = (frame.HasBaseAmount ? AssessmentFacts.HasBaseAmount : AssessmentFacts.None)
            | (frame.DeviceIsNew ? AssessmentFacts.DeviceIsNew : AssessmentFacts.None);
        var setLength = outcome.Held.IsEmpty && outcome.Unknown.IsEmpty ? 0 : (Math.Max(outcome.Held.End, outcome.Unknown.End) + 7) / 8;
        var aggregatesStart = AssessmentRecord.SetsOffset + (2 * setLength);
        var paymentStart = aggregatesStart;
        for (var i = 0; i < policy.SlotCount; i++)
        {
            paymentStart += AggregateCodec.Write(frame.Aggregates[i], destination[paymentStart..]);
        }

        var length = paymentStart + payment.Bytes.Length;
        RecordHeader.Write(
            destination, length, RecordKind.Assessment, AssessmentRecord.FormatVersion, (byte)facts, stamp.Partition, stamp.Sequence,
            payment.ReferenceHash, frame.AssessedAt);
        WriteOutcome(destination, outcome, setLength);
        BinaryPrimitives.WriteInt32LittleEndian(destination[AssessmentRecord.PolicyVersionOffset..], policy.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(
            destination[AssessmentRecord.ProcessingOffset..], (uint)Math.Clamp(stamp.ProcessingMicroseconds, 0, uint.MaxValue));
        destination[AssessmentRecord.SlotsOffset] = (byte)policy.SlotCount;
        BinaryPrimitives.WriteInt64LittleEndian(destination[AssessmentRecord.FirstSeenOffset..], frame.AccountFirstSeen.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(destination[AssessmentRecord.BaseAmountOffset..], frame.HasBaseAmount ? frame.BaseAmountMinor : 0);
        BinaryPrimitives.WriteUInt16LittleEndian(
            destination[AssessmentRecord.AggregatesLengthOffset..], checked((ushort)(paymentStart - aggregatesStart)));
        payment.Bytes.CopyTo(destination[paymentStart..]);
        return length;
    }

    private static void WriteOutcome(Span<byte> record, in Outcome outcome, int setLength)
    {
        record[AssessmentRecord.DecisionOffset] = (byte)outcome.Decision;
        record[AssessmentRecord.LevelOffset] = (byte)outcome.Level;
        record[AssessmentRecord.StepOffset] = (byte)outcome.Step;
        record[AssessmentRecord.FlagsOffset] = (byte)outcome.Flags;
        BinaryPrimitives.WriteUInt16LittleEndian(record[AssessmentRecord.ScoreOffset..], (ushort)outcome.Score.TenThousandths);
        BinaryPrimitives.WriteInt16LittleEndian(record[AssessmentRecord.ConfigurationOffset..], outcome.ConfigurationIndex);
        BinaryPrimitives.WriteInt16LittleEndian(record[AssessmentRecord.ToggleOffset..], outcome.ToggleIndex);
        BinaryPrimitives.WriteInt16LittleEndian(record[AssessmentRecord.ListOffset..], outcome.ListIndex);
        record[AssessmentRecord.PartsOffset] = (byte)outcome.Parts;
        record[AssessmentRecord.SetLengthOffset] = (byte)setLength;
        record[AssessmentRecord.SetLengthOffset + 1] = 0;
        outcome.Held.Write(record.Slice(AssessmentRecord.SetsOffset, setLength));
        outcome.Unknown.Write(record.Slice(AssessmentRecord.SetsOffset + setLength, setLength));
    }

    private static int AggregatesMaximum(EvaluationFrame frame, int slots)
    {
        var length = 0;
        for (var i = 0; i < slots; i++)
        {
            length += AggregateCodec.MaximumLength(frame.Aggregates[i]);
        }

        return length;
    }
}
