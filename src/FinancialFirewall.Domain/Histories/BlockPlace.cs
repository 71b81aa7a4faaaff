using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Where a block of a <see cref="BlockPool"/> is, and which one it is there.</summary>
/// <param name="first">Its first byte, in a page that never moves.</param>
/// <param name="block">Its name in the pool.</param>
/// <param name="length">Its bytes.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct BlockPlace(byte* first, int block, int length)
{
    private readonly byte* first = first;
    private readonly int length = length;

    /// <summary>Its name in the pool.</summary>
    public int Block { get; } = block;

    /// <summary>Its bytes; whoever takes them sees to it that the pool lives as long.</summary>
    public Span<byte> Bytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(first, length);
    }
}
