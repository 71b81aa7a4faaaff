using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using FinancialFirewall.Domain.Privacy;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// Encrypts the personal bytes of a record in place, or decrypts them: AES-128 in counter mode under the key of the person. A counter block is the record's
/// partition (8 bits), sequence (56), time in microseconds (51) and the number of the block (13), so none is ever used twice under a key. That the bytes are
/// what was written is proved by the seal of the block of the segment that they lie in.
/// </summary>
internal static class SealedParts
{
    private const int BlockBits = 13;
    private const int SequenceBits = 56;
    private const int UsualLength = 256;

    /// <summary>Turns plain bytes into sealed ones and back.</summary>
    /// <param name="record">What is in the bytes.</param>
    /// <param name="cipher">Of the person's key.</param>
    /// <param name="bytes">The record's bytes.</param>
    public static void Apply(in PersonalRecord record, in AesBlocks cipher, Span<byte> bytes)
    {
        Span<Range> parts = stackalloc Range[record.MaximumParts];
        parts = parts[..record.FindParts(parts)];
        var length = 0;
        foreach (var part in parts)
        {
            length += part.End.Value - part.Start.Value;
        }

        byte[]? rented = null;
        Span<byte> stream = length <= UsualLength
            ? stackalloc byte[UsualLength]
            : rented = ArrayPool<byte>.Shared.Rent(length + Vector128<byte>.Count);
        Fill(stream[..(length + (-length & (Vector128<byte>.Count - 1)))], cipher, record);
        var used = 0;
        foreach (var part in parts)
        {
            var plain = bytes[part];
            Xor(plain, stream[used..]);
            used += plain.Length;
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static void Fill(Span<byte> stream, in AesBlocks cipher, in PersonalRecord record)
    {
        var header = record.Header;
        var name = ((ulong)header.Partition << SequenceBits) | (ulong)header.Sequence;
        var counter = (ulong)header.At.UnixMicroseconds << BlockBits;
        for (; stream.Length > 0; stream = stream[Vector128<byte>.Count..], counter++)
        {
            cipher.Encrypt(Vector128.Create(name, counter).AsByte()).CopyTo(stream);
        }
    }

    private static void Xor(Span<byte> bytes, ReadOnlySpan<byte> stream)
    {
        var i = 0;
        for (; i + Vector<byte>.Count <= bytes.Length; i += Vector<byte>.Count)
        {
            (new Vector<byte>(bytes[i..]) ^ new Vector<byte>(stream[i..])).CopyTo(bytes[i..]);
        }

        for (; i < bytes.Length; i++)
        {
            bytes[i] ^= stream[i];
        }
    }
}
