using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Goes through the quotation marks that <see cref="PlainText.TryFindQuotes"/> found, first to last. Where the next one stands does not depend on what lies between
/// them, so the processor need not wait for the text of one member to find the next.
/// </summary>
internal ref struct QuoteCursor(ReadOnlySpan<ulong> quotes)
{
    private readonly ReadOnlySpan<ulong> quotes = quotes;
    private ulong word = quotes[0];
    private int number;

    /// <summary>Where the next one stands; below 0 behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        while (word == 0)
        {
            if (number + 1 >= quotes.Length)
            {
                return -1;
            }

            word = quotes[++number];
        }

        var place = (number * PlainText.WordBytes) + BitOperations.TrailingZeroCount(word);
        word &= word - 1;
        return place;
    }
}
