using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Writes assessments in the layout of <see cref="AssessmentRecord"/>. Allocates nothing; same inputs give the same bytes.</summary>
public static class AssessmentRecordWriter
{
    /// <summary>No record of this payment is longer, in bytes.</summary>
    /// <param name="frame">The payment and its aggregates.</param>
    /// <param name="slots">How many aggregates the policy has (<see cref="CompiledPolicy.SlotCount"/>).</param>
    public static int MaximumLength(EvaluationFrame frame, int slots)
        => AssessmentRecord.SetsOffset + (2 * FactorSet.Capacity / 8) + AggregatesMaximum(frame, slots) + frame.Payment.Bytes.Length;

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
        var payment = frame.Payment.Bytes;
        var setLength = (FactorSet.EndOf(outcome.Held, outcome.Unknown) + 7) / 8;
        WriteSets(destination[AssessmentRecord.SetsOffset..], outcome, setLength);
        var aggregatesStart = AssessmentRecord.SetsOffset + (2 * setLength);
        var aggregatesLength = AggregateCodec.Write(frame.Aggregates.AsSpan(0, policy.SlotCount), destination[aggregatesStart..]);
        var paymentStart = aggregatesStart + aggregatesLength;
        var length = paymentStart + payment.Length;
        payment.CopyTo(destination[paymentStart..]);
        var facts = (frame.HasBaseAmount ? AssessmentFacts.HasBaseAmount : AssessmentFacts.None)
            | (frame.DeviceIsNew ? AssessmentFacts.DeviceIsNew : AssessmentFacts.None);

        // Of a length that the compiler knows, so that it asks once whether there is room for all that stands before the sets.
        var fixedPart = destination[..AssessmentRecord.SetsOffset];
        RecordHeader.Write(
            fixedPart, length, RecordKind.Assessment, AssessmentRecord.FormatVersion, (byte)facts, stamp.Partition, stamp.Sequence,
            frame.Payment.ReferenceHash, frame.AssessedAt);
        WriteOutcome(fixedPart, outcome, setLength);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[AssessmentRecord.PolicyVersionOffset..], policy.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(
            fixedPart[AssessmentRecord.ProcessingOffset..], (uint)Math.Clamp(stamp.ProcessingMicroseconds, 0, uint.MaxValue));
        fixedPart[AssessmentRecord.SlotsOffset] = (byte)policy.SlotCount;
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart[AssessmentRecord.FirstSeenOffset..], frame.AccountFirstSeen.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart[AssessmentRecord.BaseAmountOffset..], frame.HasBaseAmount ? frame.BaseAmountMinor : 0);
        BinaryPrimitives.WriteUInt16LittleEndian(fixedPart[AssessmentRecord.AggregatesLengthOffset..], checked((ushort)aggregatesLength));
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
    }

    // Whole words where there is room for them: what is behind the sets is written afterwards.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteSets(Span<byte> destination, in Outcome outcome, int setLength)
    {
        if (setLength <= sizeof(ulong) && destination.Length >= 2 * sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination, outcome.Held.FirstWord);
            BinaryPrimitives.WriteUInt64LittleEndian(destination[setLength..], outcome.Unknown.FirstWord);
        }
        else
        {
            outcome.Held.Write(destination[..setLength]);
            outcome.Unknown.Write(destination.Slice(setLength, setLength));
        }
    }

    private static int AggregatesMaximum(EvaluationFrame frame, int slots)
    {
        var length = slots * AggregateCodec.MaximumLengthWithoutText;
        foreach (ref readonly var value in frame.Aggregates.AsSpan(0, slots))
        {
            length += value.Text.Length;
        }

        return length;
    }
}
