using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Bytes;

/// <summary>
/// Compares and copies runs of a few bytes, as payments are made of, without a call: a call to the library's own routines takes several times as long as
/// two to four overlapping loads. Longer runs go there.
/// </summary>
internal static class ShortBytes
{
    private const int Longest = 4 * 32;

    /// <summary>Whether two runs are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var length = left.Length;
        if (length != right.Length)
        {
            return false;
        }

        ref var one = ref MemoryMarshal.GetReference(left);
        ref var other = ref MemoryMarshal.GetReference(right);
        if (length >= Vector128<byte>.Count)
        {
            var last = (nuint)(length - Vector128<byte>.Count);
            return length > 2 * Vector128<byte>.Count
                ? left.SequenceEqual(right)
                : ((Vector128.LoadUnsafe(ref one) ^ Vector128.LoadUnsafe(ref other)) | (Vector128.LoadUnsafe(ref one, last) ^ Vector128.LoadUnsafe(ref other, last)))
                    == Vector128<byte>.Zero;
        }

        if (length >= sizeof(ulong))
        {
            return ((Read<ulong>(ref one, 0) ^ Read<ulong>(ref other, 0))
                | (Read<ulong>(ref one, length - sizeof(ulong)) ^ Read<ulong>(ref other, length - sizeof(ulong)))) == 0;
        }

        if (length >= sizeof(uint))
        {
            return ((Read<uint>(ref one, 0) ^ Read<uint>(ref other, 0))
                | (Read<uint>(ref one, length - sizeof(uint)) ^ Read<uint>(ref other, length - sizeof(uint)))) == 0;
        }

        // The first, the middle and the last of one to three bytes are all of them.
        return length == 0 || ((one ^ other) | (At(ref one, length >> 1) ^ At(ref other, length >> 1)) | (At(ref one, length - 1) ^ At(ref other, length - 1))) == 0;
    }

    /// <summary>Copies a run to the start of another one, which does not overlap it.</summary>
    /// <exception cref="ArgumentException">There is not room for all of it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var length = source.Length;
        if (length > destination.Length || length > Longest)
        {
            source.CopyTo(destination);
            return;
        }

        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        if (length >= Vector128<byte>.Count)
        {
            CopyVectors(ref from, ref to, (nuint)length);
        }
        else if (length >= sizeof(ulong))
        {
            var (first, last) = (Read<ulong>(ref from, 0), Read<ulong>(ref from, length - sizeof(ulong)));
            Write(ref to, 0, first);
            Write(ref to, length - sizeof(ulong), last);
        }
        else if (length >= sizeof(uint))
        {
            var (first, last) = (Read<uint>(ref from, 0), Read<uint>(ref from, length - sizeof(uint)));
            Write(ref to, 0, first);
            Write(ref to, length - sizeof(uint), last);
        }
        else if (length > 0)
        {
            At(ref to, 0) = from;
            At(ref to, length >> 1) = At(ref from, length >> 1);
            At(ref to, length - 1) = At(ref from, length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyVectors(ref byte from, ref byte to, nuint length)
    {
        if (length <= 2 * (nuint)Vector128<byte>.Count)
        {
            var last = length - (nuint)Vector128<byte>.Count;
            Vector128.LoadUnsafe(ref from).StoreUnsafe(ref to);
            Vector128.LoadUnsafe(ref from, last).StoreUnsafe(ref to, last);
        }
        else
        {
            var half = (nuint)Vector256<byte>.Count;
            var last = length - half;
            Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
            if (length > 2 * half)
            {
                Vector256.LoadUnsafe(ref from, half).StoreUnsafe(ref to, half);
                Vector256.LoadUnsafe(ref from, last - half).StoreUnsafe(ref to, last - half);
            }

            Vector256.LoadUnsafe(ref from, last).StoreUnsafe(ref to, last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte At(ref byte first, int offset) => ref Unsafe.Add(ref first, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref byte first, int offset)
        where T : unmanaged
        => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<T>(ref byte first, int offset, T value)
        where T : unmanaged
        => Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, offset), value);
}
