using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>The texts of a list that is written out, in the order of their UTF-8 bytes, so that asking allocates nothing.</summary>
internal sealed class TextSet
{
    private readonly byte[][] sorted;

    public TextSet(IEnumerable<string> texts)
    {
        sorted = [.. texts.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
        Array.Sort(sorted, static (left, right) => left.AsSpan().SequenceCompareTo(right));
    }

    /// <summary>Whether the list holds a text.</summary>
    public bool Contains(ReadOnlySpan<byte> utf8)
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
