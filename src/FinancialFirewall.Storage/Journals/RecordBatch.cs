using System.Buffers.Binary;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Records that are appended together, in order. It is meant to be kept and cleared for the next batch: it allocates only while it grows.
/// A batch is used by one caller at a time.
/// </summary>
public sealed class RecordBatch
{
    /// <summary>The longest record, in bytes.</summary>
    public const int MaximumRecordBytes = 16 * 1024 * 1024;

    private byte[] records = new byte[1_024];
    private byte[] lengths = new byte[64];
    private ulong?[] referenceHashes = new ulong?[16];

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>The length of all records together, in bytes.</summary>
    public int RecordBytes { get; private set; }

    /// <summary>How much room the batch takes in the journal, in bytes: what to reserve for it.</summary>
    public int RequiredBytes => RequiredBytesFor(Count, RecordBytes);

    /// <summary>The records, one behind the other; valid until the batch is changed.</summary>
    public ReadOnlySpan<byte> Records => records.AsSpan(0, RecordBytes);

    internal ReadOnlySpan<byte> Lengths => lengths.AsSpan(0, 4 * Count);

    internal ReadOnlySpan<ulong?> ReferenceHashes => referenceHashes.AsSpan(0, Count);

    /// <summary>How much room <paramref name="count"/> records of together <paramref name="recordBytes"/> bytes take in the journal.</summary>
    /// <exception cref="OverflowException">That is more than 2 GiB.</exception>
    public static int RequiredBytesFor(int count, int recordBytes) => checked(FrameHeader.Length + RunHeader.Length + (4 * count) + recordBytes);

    /// <summary>Adds a copy of <paramref name="record"/>, to be found again by <paramref name="referenceHash"/> where there is one.</summary>
    /// <exception cref="ArgumentException">The record is longer than <see cref="MaximumRecordBytes"/>.</exception>
    public void Add(ReadOnlySpan<byte> record, ulong? referenceHash = null)
    {
        record.CopyTo(GetSpan(record.Length));
        Add(record.Length, referenceHash);
    }

    /// <summary>Room for a record of up to <paramref name="maximumLength"/> bytes, to be written in place and then added by its true length.</summary>
    /// <exception cref="ArgumentException"><paramref name="maximumLength"/> is more than <see cref="MaximumRecordBytes"/>.</exception>
    public Span<byte> GetSpan(int maximumLength)
    {
        if ((uint)maximumLength > MaximumRecordBytes)
        {
            throw new ArgumentException($"A record of {maximumLength} bytes is longer than {MaximumRecordBytes}.", nameof(maximumLength));
        }

        var needed = checked(RecordBytes + maximumLength);
        if (needed > records.Length)
        {
            Array.Resize(ref records, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * records.Length)));
        }

        return records.AsSpan(RecordBytes, maximumLength);
    }

    /// <summary>Adds the record whose <paramref name="length"/> bytes were written into the last <see cref="GetSpan"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More bytes than the room that was asked for.</exception>
    public void Add(int length, ulong? referenceHash = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(records.Length - RecordBytes), nameof(length));
        if (Count == referenceHashes.Length)
        {
            Array.Resize(ref referenceHashes, 2 * Count);
            Array.Resize(ref lengths, 8 * Count);
        }

        BinaryPrimitives.WriteInt32LittleEndian(lengths.AsSpan(4 * Count), length);
        referenceHashes[Count] = referenceHash;
        Count++;
        RecordBytes += length;
    }

    /// <summary>Makes the batch empty, ready for the next records.</summary>
    public void Clear()
    {
        Count = 0;
        RecordBytes = 0;
    }
}
