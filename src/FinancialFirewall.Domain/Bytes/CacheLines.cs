using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace FinancialFirewall.Domain.Bytes;

/// <summary>Asks the processor for memory that will be needed soon. It changes nothing that a program can see; where there is no such instruction it does nothing.</summary>
public static class CacheLines
{
    private const int LineBytes = 64;

    /// <summary>Asks for the lines of some bytes, without waiting for them.</summary>
    public static unsafe void Approach(ReadOnlySpan<byte> bytes)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // The address is a hint: nothing is read through it, so it does no harm where the bytes have moved meanwhile.
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (var at = 0; at < bytes.Length; at += LineBytes)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, at)));
        }
    }

    /// <summary>Asks for the line that a value begins in, without waiting for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Approach<T>(ref readonly T value)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }
}
