using System.Runtime.CompilerServices;
using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// The texts of a list that is written out, so that asking allocates nothing: as numbers where they are few and short, as country codes are, else in the order of
/// their UTF-8 bytes.
/// </summary>
internal sealed class TextSet
{
    private const int MostShort = 8;

    private readonly byte[][] sorted;
    private readonly uint[]? shorts;

    public TextSet(IEnumerable<string> texts)
    {
        sorted = [.. texts.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
        Array.Sort(sorted, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        shorts = sorted.Length <= MostShort && Array.TrueForAll(sorted, static text => text.Length < sizeof(uint))
            ? Array.ConvertAll(sorted, static text => Number(text))
            : null;
    }

    /// <summary>Whether the list holds a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ReadOnlySpan<byte> utf8) => shorts is { } numbers ? utf8.Length < sizeof(uint) && Contains(numbers, Number(utf8)) : Search(utf8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Contains(uint[] numbers, uint number)
    {
        foreach (var one in numbers)
        {
            if (one == number)
            {
                return true;
            }
        }

        return false;
    }

    // The length takes part, so that a text with a NUL is none without it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Number(ReadOnlySpan<byte> text)
    {
        var number = (uint)text.Length;
        foreach (var one in text)
        {
            number = (number << 8) | one;
        }

        return number;
    }

    private bool Search(ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = utf8.SequenceCompareTo(sorted[middle]);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }
}
