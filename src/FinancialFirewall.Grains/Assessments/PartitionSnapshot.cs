using System.Buffers;
using System.Buffers.Binary;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// A partition as of one record, so that recovery only replays what came after. Little-endian; the store around it keeps a checksum.
/// <code>
///  0         4                    12                   20           24
///  +---------+--------------------+--------------------+------------+----------------+-----------+----------------+-----------+
///  | version | last sequence      | clock, µs          | refunds r  | r sequences    | originals | originals …    | histories |
///  +---------+--------------------+--------------------+------------+----------------+-----------+----------------+-----------+
///  an original: sequence (8), amount given back (8), latest at µs (8), refunds n (4), n hashes of their references (8 each)
/// </code>
/// </summary>
internal sealed record PartitionSnapshot(long LastSequence, Instant Clock, ReleaseLedger Ledger, HistoryTable Histories)
{
    private const int FormatVersion = 1;

    /// <summary>A partition without any record.</summary>
    public static PartitionSnapshot Empty(WindowPlan plan) => new(0, default, new ReleaseLedger(), new HistoryTable(plan));

    /// <summary>Writes the layout above.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        Write(output, FormatVersion);
        Write(output, LastSequence);
        Write(output, Clock.UnixMicroseconds);
        Write(output, Ledger.Outstanding.Count);
        foreach (var refund in Ledger.Outstanding)
        {
            Write(output, refund);
        }

        Write(output, Ledger.Originals.Count);
        foreach (var (sequence, original) in Ledger.Originals)
        {
            Write(output, sequence);
            Write(output, original.AmountMinor);
            Write(output, original.LatestAt.UnixMicroseconds);
            Write(output, original.RefundHashes.Count);
            foreach (var hash in original.RefundHashes)
            {
                Write(output, (long)hash);
            }
        }

        Histories.WriteTo(output);
    }

    /// <summary>Reads the layout above.</summary>
    /// <returns>The snapshot; null when it is of another format version or its histories cannot be used.</returns>
    public static PartitionSnapshot? Read(ReadOnlySpan<byte> bytes)
    {
        if (ReadInt32(ref bytes) != FormatVersion)
        {
            return null;
        }

        var (lastSequence, clock, ledger) = (ReadInt64(ref bytes), new Instant(ReadInt64(ref bytes)), new ReleaseLedger());
        for (var refunds = ReadInt32(ref bytes); refunds > 0; refunds--)
        {
            ledger.Expect(ReadInt64(ref bytes));
        }

        for (var originals = ReadInt32(ref bytes); originals > 0; originals--)
        {
            ledger.Restore(ReadInt64(ref bytes), ReadOriginal(ref bytes));
        }

        var histories = HistoryTable.ReadFrom(bytes);
        return histories.IsSuccess ? new PartitionSnapshot(lastSequence, clock, ledger, histories.Value) : null;
    }

    private static ReleasedOriginal ReadOriginal(ref ReadOnlySpan<byte> bytes)
    {
        var (amount, at, hashes) = (ReadInt64(ref bytes), new Instant(ReadInt64(ref bytes)), new ulong[ReadInt32(ref bytes)]);
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = (ulong)ReadInt64(ref bytes);
        }

        return new ReleasedOriginal(amount, at, hashes);
    }

    private static void Write(IBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    private static void Write(IBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }

    private static int ReadInt32(ref ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        return value;
    }

    private static long ReadInt64(ref ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        bytes = bytes[sizeof(long)..];
        return value;
    }
}
