using System.Buffers;
using System.Buffers.Text;
using System.Text;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>
/// How far somebody has read a tenant's journal: the last sequence of each partition. As text for the outside it is base64url of
/// <code>| version = 1 | tenant's hash u32 | { partition, sequence } … | check u32 |</code>
/// with partitions and sequences as numbers of 7 bits a byte, the lowest first.
/// </summary>
public sealed class FeedPosition
{
    private const byte Version = 1;
    private const int HashBytes = 4;
    private const int MaximumTextLength = 4_096;
    private const int MaximumPartition = ushort.MaxValue;

    private readonly SortedDictionary<int, long> sequences;

    private FeedPosition(SortedDictionary<int, long> sequences) => this.sequences = sequences;

    /// <summary>Where partitions end.</summary>
    public FeedPosition(IEnumerable<PartitionEnd> ends)
        : this(new SortedDictionary<int, long>(ends.ToDictionary(static end => end.Partition, static end => end.LastSequence)))
    {
    }

    /// <summary>The partitions of which something was read.</summary>
    internal IEnumerable<int> Partitions => sequences.Keys;

    /// <summary>The last sequence of a partition that was read; 0 for none.</summary>
    public long this[int partition]
    {
        get => sequences.GetValueOrDefault(partition);
        internal set => sequences[partition] = value;
    }

    /// <summary>The place as text.</summary>
    public string ToCursor(TenantId tenant)
    {
        var bytes = new ArrayBufferWriter<byte>(8 + (6 * sequences.Count));
        bytes.Write([Version]);
        Write(bytes, HashOf(Encoding.ASCII.GetBytes(tenant.Name)), HashBytes);
        foreach (var (partition, sequence) in sequences)
        {
            WriteNumber(bytes, (ulong)partition);
            WriteNumber(bytes, (ulong)sequence);
        }

        Write(bytes, HashOf(bytes.WrittenSpan), HashBytes);
        return Base64Url.EncodeToString(bytes.WrittenSpan);
    }

    /// <summary>Reads a place of a tenant. Refusal: <c>CURSOR_INVALID</c>.</summary>
    public static Result<FeedPosition> Read(string cursor, TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length > MaximumTextLength || !Base64Url.IsValid(cursor))
        {
            return FeedErrors.Cursor(cursor);
        }

        var bytes = Base64Url.DecodeFromChars(cursor).AsSpan();
        var isOurs = bytes.Length >= 1 + (2 * HashBytes) && bytes[0] == Version
            && Number(bytes.Slice(1, HashBytes)) == HashOf(Encoding.ASCII.GetBytes(tenant.Name))
            && Number(bytes[^HashBytes..]) == HashOf(bytes[..^HashBytes]);
        return isOurs && ReadSequences(bytes[(1 + HashBytes)..^HashBytes]) is { } read ? new FeedPosition(read) : FeedErrors.Cursor(cursor);
    }

    /// <summary>The partitions of which more was read than at another place, each with its last sequence.</summary>
    internal Dictionary<int, long> AheadOf(FeedPosition other)
        => sequences.Where(one => one.Value > other[one.Key]).ToDictionary(static one => one.Key, static one => one.Value);

    internal FeedPosition Copy() => new(new SortedDictionary<int, long>(sequences));

    private static SortedDictionary<int, long>? ReadSequences(ReadOnlySpan<byte> bytes)
    {
        var read = new SortedDictionary<int, long>();
        while (!bytes.IsEmpty)
        {
            if (!TryReadNumber(ref bytes, out var partition) || !TryReadNumber(ref bytes, out var sequence) || partition > MaximumPartition
                || sequence > long.MaxValue || !read.TryAdd((int)partition, (long)sequence))
            {
                return null;
            }
        }

        return read;
    }

    private static uint HashOf(ReadOnlySpan<byte> bytes) => (uint)XxHash64.Hash(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static void Write(ArrayBufferWriter<byte> bytes, uint number, int length)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.GetSpan(length), number);
        bytes.Advance(length);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Write([(byte)(number | 0x80)]);
        }

        bytes.Write([(byte)number]);
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> bytes, out ulong number)
    {
        number = 0;
        for (var i = 0; i < bytes.Length && i < 9; i++)
        {
            number |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
