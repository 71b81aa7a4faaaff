using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Goes through the quotation marks that <see cref="PlainText.TryFindQuotes"/> found, first to last. Where the next one stands does not depend on what lies between
/// them, so the processor need not wait for the text of one member to find the next.
/// </summary>
/// <param name="quotes">The marks.</param>
/// <param name="at">Where it begins: marks before are left out.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal ref struct QuoteCursor(ReadOnlySpan<ulong> quotes, int at)
{
    private readonly ReadOnlySpan<ulong> quotes = quotes;
    private ulong word = at < quotes.Length * PlainText.WordBytes ? quotes[at / PlainText.WordBytes] & (ulong.MaxValue << (at % PlainText.WordBytes)) : 0;
    private int number = at / PlainText.WordBytes;

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
