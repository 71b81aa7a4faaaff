using System.Numerics;
using System.Text;
using FinancialFirewall.Domain.Hashing;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Finds a text's number by its UTF-8 bytes without allocation: open addressing over one array of all bytes, at most half full.</summary>
internal sealed class TextTable
{
    private readonly byte[] bytes;
    private readonly int[] ends;
    private readonly int[] slots;

    /// <param name="texts">The texts; of equal ones the first is found.</param>
    internal TextTable(IReadOnlyList<string> texts)
    {
        bytes = new byte[texts.Sum(static text => (long)Encoding.UTF8.GetByteCount(text))];
        ends = new int[texts.Count];
        slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(texts.Count, 1) * 2)];
        var end = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            end += Encoding.UTF8.GetBytes(texts[i], bytes.AsSpan(end));
            ends[i] = end;
            Add(i);
        }
    }

    /// <summary>The number of a text, from 0; -1 where it is not held.</summary>
    internal int Find(ReadOnlySpan<byte> utf8)
    {
        var mask = slots.Length - 1;
        for (var slot = SlotOf(utf8); slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (TextOf(slots[slot] - 1).SequenceEqual(utf8))
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }

    private void Add(int index)
    {
        var text = TextOf(index);
        var mask = slots.Length - 1;
        var slot = SlotOf(text);
        while (slots[slot] != 0)
        {
            if (TextOf(slots[slot] - 1).SequenceEqual(text))
            {
                return;
            }

            slot = (slot + 1) & mask;
        }

        slots[slot] = index + 1;
    }

    private int SlotOf(ReadOnlySpan<byte> utf8) => (int)(XxHash64.Hash(utf8) & (ulong)(slots.Length - 1));

    private ReadOnlySpan<byte> TextOf(int index) => bytes.AsSpan((index == 0 ? 0 : ends[index - 1])..ends[index]);
}
