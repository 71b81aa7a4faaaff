using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Storage.Packing;

/// <summary>Unpacks what <see cref="MatchPacker"/> packed. It believes nothing: no input makes it read or write outside of what it was given.</summary>
internal ref struct MatchUnpacker
{
    private readonly ReadOnlySpan<byte> packed;
    private readonly Span<byte> raw;
    private int read;
    private int made;
    private int distance = MatchSequence.FirstDistance;

    private MatchUnpacker(ReadOnlySpan<byte> packed, Span<byte> raw)
    {
        this.packed = packed;
        this.raw = raw;
    }

    /// <summary>Unpacks bytes.</summary>
    /// <param name="packed">Any bytes.</param>
    /// <param name="raw">Takes what they were; as long as that was.</param>
    /// <returns>False where these are no packed bytes of this length; then <paramref name="raw"/> is undefined.</returns>
    public static bool TryUnpack(ReadOnlySpan<byte> packed, Span<byte> raw) => new MatchUnpacker(packed, raw).TryUnpack();

    private bool TryUnpack()
    {
        while (made < raw.Length)
        {
            if (read >= packed.Length)
            {
                return false;
            }

            int token = packed[read++];
            if (!TryCopyLiterals((token >> MatchSequence.LiteralsShift) & MatchSequence.ManyLiterals))
            {
                return false;
            }

            if (made < raw.Length && !(TryReadDistance(token) && TryCopyMatch(token & MatchSequence.LongMatch)))
            {
                return false;
            }
        }

        return read == packed.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryCopyLiterals(int count)
    {
        if (count == MatchSequence.ManyLiterals && !TryReadMore(ref count))
        {
            return false;
        }

        var (left, room) = (packed.Length - read, raw.Length - made);
        if (count > left || count > room)
        {
            return false;
        }

        if (count <= Vector256<byte>.Count && Math.Min(left, room) >= Vector256<byte>.Count)
        {
            // What is too much is overwritten by what comes next.
            Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(packed), (nuint)read).StoreUnsafe(ref MemoryMarshal.GetReference(raw), (nuint)made);
        }
        else
        {
            packed.Slice(read, count).CopyTo(raw[made..]);
        }

        read += count;
        made += count;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadDistance(int token)
    {
        if ((token & MatchSequence.SameDistance) == 0)
        {
            if (packed.Length - read < sizeof(ushort))
            {
                return false;
            }

            distance = BinaryPrimitives.ReadUInt16LittleEndian(packed[read..]);
            read += sizeof(ushort);
        }

        return (uint)(distance - 1) < (uint)made;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryCopyMatch(int count)
    {
        if (count == MatchSequence.LongMatch && !TryReadMore(ref count))
        {
            return false;
        }

        count += MatchSequence.ShortestMatch;
        if (count > raw.Length - made)
        {
            return false;
        }

        if (distance >= Vector256<byte>.Count && raw.Length - made - count >= Vector256<byte>.Count)
        {
            CopyWide(count);
        }
        else
        {
            Repeat(raw.Slice(made - distance, distance + count), distance);
        }

        made += count;
        return true;
    }

    /// <summary>Copies whole vectors; the last one goes beyond the match and not beyond the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void CopyWide(int count)
    {
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetReference(raw), made);
        ref var from = ref Unsafe.Subtract(ref to, distance);
        for (nuint done = 0; done < (nuint)count; done += (nuint)Vector256<byte>.Count)
        {
            Vector256.LoadUnsafe(ref from, done).StoreUnsafe(ref to, done);
        }
    }

    /// <summary>Fills bytes with what stands in front of them, again and again.</summary>
    private static void Repeat(Span<byte> bytes, int known)
    {
        while (known < bytes.Length)
        {
            var count = Math.Min(known, bytes.Length - known);
            bytes[..count].CopyTo(bytes[known..]);
            known += count;
        }
    }

    private bool TryReadMore(ref int count)
    {
        for (; read < packed.Length && count <= raw.Length; count += MatchSequence.FullByte)
        {
            int more = packed[read++];
            if (more < MatchSequence.FullByte)
            {
                count += more;
                return true;
            }
        }

        return false;
    }
}
