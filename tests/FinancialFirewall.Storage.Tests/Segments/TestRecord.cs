using System.Buffers.Binary;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>A record that says its facts in plain bytes, with any number of other bytes behind them.</summary>
internal static class TestRecord
{
    private const int FactBytes = 43;

    public static byte[] Write(in RecordFacts facts, ReadOnlySpan<byte> rest)
    {
        var bytes = new byte[FactBytes + rest.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, facts.At.UnixMicroseconds);
        bytes[8] = (byte)(facts.ReferenceHash is null ? 0 : 1);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(9), facts.ReferenceHash ?? 0);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(17), facts.AccountHash);
        var profile = facts.Profile;
        (bytes[25], bytes[26], bytes[27], bytes[28]) = ((byte)profile.Kind, (byte)profile.Level, (byte)profile.Decision, (byte)profile.Status);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(29), profile.PolicyVersion);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(33), profile.Configuration);
        profile.Factors.Write(bytes.AsSpan(35, 8));
        rest.CopyTo(bytes.AsSpan(FactBytes));
        return bytes;
    }

    public static RecordFacts Read(ReadOnlySpan<byte> bytes)
    {
        var profile = new RecordProfile(
            (RecordKind)bytes[25],
            (RiskLevel)bytes[26],
            (Decision)bytes[27],
            (AssessmentStatus)bytes[28],
            BinaryPrimitives.ReadInt32LittleEndian(bytes[29..]),
            BinaryPrimitives.ReadInt16LittleEndian(bytes[33..]),
            FactorSet.Read(bytes.Slice(35, 8)));
        return new(
            new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            bytes[8] == 0 ? null : BinaryPrimitives.ReadUInt64LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[17..]),
            profile);
    }

    /// <summary>A record whose facts come from a seed: few accounts and profiles, so that they meet.</summary>
    public static byte[] Next(Random random, long at, int partition)
    {
        var isAssessment = random.Next(10) > 0;
        var factors = default(FactorSet);
        for (var i = 0; i < 4; i++)
        {
            if (random.Next(4) == 0)
            {
                factors.Add(i * 3);
            }
        }

        var profile = isAssessment
            ? new RecordProfile(
                RecordKind.Assessment,
                (RiskLevel)random.Next(1, 5),
                (Decision)random.Next(1, 6),
                (AssessmentStatus)random.Next(1, 3),
                random.Next(1, 3),
                (short)random.Next(-1, 2),
                factors)
            : RecordProfile.Of(RecordKind.Release);
        var rest = new byte[random.Next(random.Next(1, 400))];
        random.NextBytes(rest.AsSpan(0, rest.Length / 2));
        var account = isAssessment ? ((ulong)random.Next(1, 8) << 32 << random.Next(2)) + (ulong)partition : 0;
        return Write(new(new Instant(at), isAssessment ? (ulong)random.NextInt64() : null, account, profile), rest);
    }

    /// <summary>Reads the facts of such records.</summary>
    public sealed class Facts : IFactReader
    {
        public RecordFacts Read(ReadOnlySpan<byte> record) => TestRecord.Read(record);
    }
}
