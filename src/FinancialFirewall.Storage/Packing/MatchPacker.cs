using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Storage.Packing;

/// <summary>
/// Packs records that look alike, in the format of <see cref="MatchSequence"/>, fast enough to be done for every record on its way. What is different in a record stands
/// mostly where it stood in the one before, so the next bytes are compared, 32 at once, with those at the last distance; only where nothing is the same there, a table of
/// places finds another distance.
/// </summary>
internal ref struct MatchPacker
{
    private const int TableBits = 12;

    // As many bytes as a match from the table has at the least.
    private const int HashedBytes = 6;
    private const ulong HashedMask = (1UL << (8 * HashedBytes)) - 1;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    // Near the end nothing is searched, so that whole vectors can be read.
    private const int EndBytes = 48;

    // Each so many bytes without a match make the steps longer by one.
    private const int StepShift = 6;

    private readonly ReadOnlySpan<byte> raw;
    private readonly Span<byte> packed;

    // The place where bytes of this hash were seen last, in its lower 16 bits. What is found is compared, so it may be wrong.
    private readonly Span<ushort> places;
    private int distance = MatchSequence.FirstDistance;
    private int start;
    private int written;

    private MatchPacker(ReadOnlySpan<byte> raw, Span<byte> packed, Span<ushort> places)
    {
        this.raw = raw;
        this.packed = packed;
        this.places = places;
    }

    /// <summary>Packs bytes.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="packed">Takes them: at least <see cref="MatchSequence.MaximumLength"/>.</param>
    /// <returns>The length of what they are packed to.</returns>
    public static int Pack(ReadOnlySpan<byte> raw, Span<byte> packed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(packed.Length, MatchSequence.MaximumLength(raw.Length), nameof(packed));
        Span<ushort> table = stackalloc ushort[1 << TableBits];
        table.Clear();
        return new MatchPacker(raw, packed, table).Pack();
    }

    private int Pack()
    {
        var place = MatchSequence.FirstDistance;
        while (place < raw.Length - EndBytes)
        {
            var same = CompareAtDistance(place);
            if (same != 0)
            {
                place += BitOperations.TrailingZeroCount(same);
                Note(place);
                place = TakeMatch(place, distance);
            }
            else if (Find(ref place, out var found))
            {
                place = TakeMatch(place, found);
            }
        }

        TakeRest();
        return written;
    }

    /// <summary>Which of the next bytes begin five or more that are as those at the last distance, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint CompareAtDistance(int place)
    {
        ref var bytes = ref MemoryMarshal.GetReference(raw);
        var equal = Vector256.Equals(Vector256.LoadUnsafe(ref bytes, (nuint)place), Vector256.LoadUnsafe(ref bytes, (nuint)(place - distance))).ExtractMostSignificantBits();
        var three = equal & (equal >> 1) & (equal >> 2);
        return three & (three >> 2);
    }

    /// <summary>Looks for bytes that stood somewhere before, from <paramref name="place"/> on.</summary>
    /// <param name="place">Where they are; where there are none, behind what was looked at.</param>
    /// <param name="found">How far before.</param>
    /// <returns>Whether there are any.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool Find(scoped ref int place, out int found)
    {
        ref var bytes = ref MemoryMarshal.GetReference(raw);
        ref var table = ref MemoryMarshal.GetReference(places);
        var step = 1 + ((place - start) >> StepShift);
        var at = place;
        for (var end = Math.Min(at + Vector256<byte>.Count - 4, raw.Length - EndBytes); at < end; at += step)
        {
            var next = Read(ref bytes, at);
            ref var known = ref Unsafe.Add(ref table, Hash(next));
            found = (ushort)(at - known);
            known = (ushort)at;
            if ((uint)(found - 1) < (uint)at && ((Read(ref bytes, at - found) ^ next) & HashedMask) == 0)
            {
                place = at;
                return true;
            }
        }

        place = at;
        found = 0;
        return false;
    }

    /// <summary>Writes the bytes before a match as they are, and the match as long as it can be.</summary>
    /// <returns>The place behind it.</returns>
    private int TakeMatch(int place, int found)
    {
        ref var bytes = ref MemoryMarshal.GetReference(raw);
        var end = EndOfMatch(ref bytes, place + MatchSequence.ShortestMatch, found);
        while (place > start && place > found && Unsafe.Add(ref bytes, place - 1) == Unsafe.Add(ref bytes, place - found - 1))
        {
            place--;
        }

        var (literals, more) = (place - start, end - place - MatchSequence.ShortestMatch);
        ref var token = ref packed[written++];
        token = (byte)((found == distance ? MatchSequence.SameDistance : 0) | Math.Min(more, MatchSequence.LongMatch));
        AddLiterals(ref token, literals);
        if (found != distance)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(packed[written..], (ushort)found);
            written += sizeof(ushort);
            distance = found;
        }

        AddMore(more - MatchSequence.LongMatch);
        start = end;
        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int EndOfMatch(ref byte bytes, int place, int found)
    {
        for (; place <= raw.Length - sizeof(ulong); place += sizeof(ulong))
        {
            var different = Read(ref bytes, place) ^ Read(ref bytes, place - found);
            if (different != 0)
            {
                return place + (BitOperations.TrailingZeroCount(different) >> 3);
            }
        }

        while (place < raw.Length && Unsafe.Add(ref bytes, place) == Unsafe.Add(ref bytes, place - found))
        {
            place++;
        }

        return place;
    }

    /// <summary>The literals at the end, behind which there is no match.</summary>
    private void TakeRest()
    {
        if (start < raw.Length)
        {
            ref var token = ref packed[written++];
            token = 0;
            AddLiterals(ref token, raw.Length - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLiterals(ref byte token, int count)
    {
        token |= (byte)(Math.Min(count, MatchSequence.ManyLiterals) << MatchSequence.LiteralsShift);
        AddMore(count - MatchSequence.ManyLiterals);
        if (count <= Vector256<byte>.Count && raw.Length - start >= Vector256<byte>.Count)
        {
            // The packed bytes have room for a vector behind all that can be written.
            Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(raw), (nuint)start).StoreUnsafe(ref MemoryMarshal.GetReference(packed), (nuint)written);
        }
        else
        {
            raw.Slice(start, count).CopyTo(packed[written..]);
        }

        written += count;
    }

    /// <summary>Adds what does not stand in the token; nothing where it is negative.</summary>
    private void AddMore(int more)
    {
        for (; more >= MatchSequence.FullByte; more -= MatchSequence.FullByte)
        {
            packed[written++] = MatchSequence.FullByte;
        }

        if (more >= 0)
        {
            packed[written++] = (byte)more;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Note(int place) => Unsafe.Add(ref MemoryMarshal.GetReference(places), Hash(Read(ref MemoryMarshal.GetReference(raw), place))) = (ushort)place;

    private static nint Hash(ulong bytes) => (nint)(((bytes << (64 - (8 * HashedBytes))) * Spread) >> (64 - TableBits));

    private static ulong Read(ref byte bytes, int place) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, place));
}
