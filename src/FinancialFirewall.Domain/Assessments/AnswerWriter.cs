using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Bytes;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// Writes brief answers, as batches give them: id, reference, decision, score, level and the names of the factors that hold, and <c>duplicate</c> where
/// it is one. Same record, same policy: same bytes. Allocates nothing.
/// </summary>
public static class AnswerWriter
{
    private const int FixedLength = 256;
    private const int IdStart = 7;
    private const int FactorsInByte = 8;

    /// <summary>Writes a brief answer as one JSON object, without a line end.</summary>
    /// <param name="output">Takes the UTF-8.</param>
    /// <param name="record">The assessment.</param>
    /// <param name="policy">The policy of the record's version.</param>
    /// <param name="state">What else there is to say.</param>
    /// <exception cref="ArgumentException"><paramref name="policy"/> is of another version than the record's.</exception>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteBrief(IBufferWriter<byte> output, AssessmentRecord record, CompiledPolicy policy, AnswerState state = default)
    {
        Demand(record, policy);
        var reference = record.Payment.Text(PaymentMember.TransactionReference);
        var configuration = record.SetLength == 0 ? null : policy.CompiledAt(record.ConfigurationIndex);
        var destination = output.GetSpan(FixedLength + JsonText.MaximumLength(reference.Length) + (configuration?.FactorNamesLength ?? 0));
        var length = Copy("{\"id\":\"00000000-0000-8000-8000-000000000000\",\"transactionReference\":"u8, destination);
        AssessmentId.Of((uint)policy.TenantHash, record.Partition, record.Sequence, record.AssessedAt).Format(destination[IdStart..]);
        length += JsonText.Write(reference, destination[length..]);
        length += BriefDecision.Of(state.DecisionNow ?? record.Decision, record.Level).Write(record.Score, destination[length..]);
        length += configuration is null ? 0 : WriteNames(configuration.FactorNames, record.SetBytes, record.SetLength, destination[length..]);
        length += Copy(state.IsDuplicate ? "],\"duplicate\":true}"u8 : "]}"u8, destination[length..]);
        output.Advance(length);
    }

    /// <summary>Four decimals, as in <c>0.3000</c>.</summary>
    internal static int WriteScore(Score score, Span<byte> destination)
    {
        // Divisions of unsigned numbers by constants are multiplications.
        var (whole, rest) = Math.DivRem((uint)score.TenThousandths, (uint)Score.One);
        destination = destination[..6];
        destination[0] = (byte)('0' + whole);
        destination[1] = (byte)'.';
        destination[2] = (byte)('0' + (rest / 1_000));
        destination[3] = (byte)('0' + (rest / 100 % 10));
        destination[4] = (byte)('0' + (rest / 10 % 10));
        destination[5] = (byte)('0' + (rest % 10));
        return destination.Length;
    }

    internal static void Demand(AssessmentRecord record, CompiledPolicy policy)
    {
        if (record.PolicyVersion != policy.Version)
        {
            RefuseVersion(record.PolicyVersion, policy);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseVersion(int decidedBy, CompiledPolicy policy)
        => throw new ArgumentException($"The record was decided by version {decidedBy}, this is version {policy.Version}.", nameof(policy));

    // Not inlined, so that its variables stay in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteNames(byte[][] names, ReadOnlySpan<byte> held, int heldLength, Span<byte> destination)
    {
        var length = 0;
        for (var at = 0; at < heldLength; at += sizeof(ulong))
        {
            for (var word = FactorSet.ReadWord(held[at..], Math.Min(sizeof(ulong), heldLength - at)); word != 0; word &= word - 1)
            {
                if (length > 0)
                {
                    destination[length++] = (byte)',';
                }

                length += Copy(names[(at * FactorsInByte) + BitOperations.TrailingZeroCount(word)], destination[length..]);
            }
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Copy(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        ShortBytes.Copy(text, destination);
        return text.Length;
    }
}
