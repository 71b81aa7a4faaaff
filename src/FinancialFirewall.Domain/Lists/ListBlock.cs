using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// Changes of a list's entries, packed; the entries of a list in memory are places in such blocks. All numbers are little endian.
/// <code>
///  block  = | magic "FFL1" u32 | origins u32 | reasons u32 | changes u32 |  origin* reason* change*
///  origin = | added at i64 | text added by | text source |
///  reason = | text |
///  change = | flags u8 | origin u16 | text value | text key, where flag 2 | expires at i64, where flag 4 | reason u32, where flag 8 |
///  text   = | length u16 | UTF-8 |
/// </code>
/// Flag 1 is a removal. Without flag 2 the key is the value. Immutable, and safe for use from several threads at once.
/// </summary>
public sealed class ListBlock
{
    internal const uint Magic = 0x314C4646;
    internal const int HeaderLength = 16;
    internal const byte RemovalFlag = 1;
    internal const byte KeyFlag = 2;
    internal const byte ExpiryFlag = 4;
    internal const byte ReasonFlag = 8;

    private readonly byte[] bytes;
    private readonly ListOrigin[] origins;
    private readonly string[] reasons;

    /// <summary>Reads a block; it is not copied and must not change.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public ListBlock(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        this.bytes = bytes;
        try
        {
            (origins, reasons, Count, First) = ReadHeader(bytes);
            CheckChanges(First);
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The bytes are no block of a list's changes, or they are cut off.", exception);
        }
    }

    /// <summary>The block as it is kept.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>How many changes it has.</summary>
    public int Count { get; }

    /// <summary>Where the first change begins.</summary>
    internal int First { get; }

    /// <summary>The change that begins at a place.</summary>
    internal ListChange ChangeAt(int place)
    {
        var flags = bytes[place];
        var origin = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(place + 1));
        var at = place + 3;
        var value = Text(bytes, ref at);
        var key = (flags & KeyFlag) == 0 ? value : Text(bytes, ref at);
        var expiresAt = (flags & RemovalFlag) != 0 ? long.MinValue : long.MaxValue;
        if ((flags & ExpiryFlag) != 0)
        {
            expiresAt = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
            at += sizeof(long);
        }

        var reason = -1;
        if ((flags & ReasonFlag) != 0)
        {
            reason = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            at += sizeof(int);
        }

        return new ListChange
        {
            IsRemoval = (flags & RemovalFlag) != 0, Value = value, Key = key, ExpiresAt = new Instant(expiresAt), Origin = origin, Reason = reason, Next = at,
        };
    }

    /// <summary>The entry that a change adds.</summary>
    internal ListEntry EntryAt(int place)
    {
        var change = ChangeAt(place);
        Instant? expiresAt = change.ExpiresAt.UnixMicroseconds is long.MaxValue or long.MinValue ? null : change.ExpiresAt;
        return new ListEntry(Encoding.UTF8.GetString(change.Value), expiresAt, change.Reason < 0 ? null : reasons[change.Reason]) { Origin = origins[change.Origin] };
    }

    private static (ListOrigin[] Origins, string[] Reasons, int Count, int First) ReadHeader(byte[] bytes)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new ArgumentException("The block does not begin as one.", nameof(bytes));
        }

        var madeBy = new ListOrigin[Number(bytes, 4)];
        var texts = new string[Number(bytes, 8)];
        var at = HeaderLength;
        for (var i = 0; i < madeBy.Length; i++)
        {
            var addedAt = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
            at += sizeof(long);
            madeBy[i] = new ListOrigin(Encoding.UTF8.GetString(Text(bytes, ref at)), new Instant(addedAt), Encoding.UTF8.GetString(Text(bytes, ref at)));
        }

        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(Text(bytes, ref at));
        }

        return (madeBy, texts, Number(bytes, 12), at);
    }

    // A count that could not stand in so many bytes must not make anybody ask for memory.
    private static int Number(byte[] bytes, int at)
        => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) is var number && number <= (uint)bytes.Length ? (int)number : throw new OverflowException();

    private static ReadOnlySpan<byte> Text(byte[] bytes, scoped ref int at)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
        var text = bytes.AsSpan(at + sizeof(ushort), length);
        at += sizeof(ushort) + length;
        return text;
    }

    private void CheckChanges(int place)
    {
        for (var i = 0; i < Count; i++)
        {
            var change = ChangeAt(place);
            if (change.Origin >= origins.Length || change.Reason >= reasons.Length || change.Reason < -1 || change.Key.IsEmpty)
            {
                throw new ArgumentException($"Change {i} names what the block does not have.", nameof(place));
            }

            place = change.Next;
        }

        if (place != bytes.Length)
        {
            throw new ArgumentException("Behind the last change stands something else.", nameof(place));
        }
    }
}
