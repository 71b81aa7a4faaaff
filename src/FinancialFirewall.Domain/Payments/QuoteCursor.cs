using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Hands out the places of a <see cref="QuoteMap"/> in order.</summary>
internal ref struct QuoteCursor(ReadOnlySpan<ulong> blocks)
{
    private readonly ReadOnlySpan<ulong> blocks = blocks;
    private int current;
    private ulong left = blocks.IsEmpty ? 0 : blocks[0];

    /// <summary>Where the next quotation mark stands; below 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        while (left == 0)
        {
            if (++current >= blocks.Length)
            {
                return -1;
            }

            left = blocks[current];
        }

        var place = (current * QuoteMap.BlockBytes) + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        return place;
    }
}
