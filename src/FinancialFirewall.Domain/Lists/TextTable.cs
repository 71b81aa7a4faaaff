using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using FinancialFirewall.Domain.Hashing;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// Finds a text's number by its UTF-8 bytes without allocation: open addressing over one array of all bytes, at most half full. A slot holds the upper half of
/// the text's hash beside its number, so that the bytes are looked at only where they are nearly surely equal. A filter of a few bits a text, which stays near the
/// processor, answers for nearly all texts that are not held.
/// </summary>
internal sealed class TextTable
{
    private const int SlotsPerWord = 16;

    private readonly byte[] bytes;
    private readonly int[] ends;
    private readonly ulong[] slots;
    private readonly ulong[] filter;

    /// <param name="texts">The texts; of equal ones the first is found.</param>
    internal TextTable(IReadOnlyList<string> texts)
        : this(Join(texts, out var ends), ends)
    {
    }

    /// <param name="bytes">The texts' UTF-8 bytes, one text behind the other; of equal ones the first is found. Neither array may change any more.</param>
    /// <param name="ends">Where each text ends.</param>
    internal TextTable(byte[] bytes, int[] ends)
    {
        (this.bytes, this.ends) = (bytes, ends);
        slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(ends.Length, 1) * 2)];
        filter = new ulong[Math.Max(1, slots.Length / SlotsPerWord)];
        for (var i = 0; i < ends.Length; i++)
        {
            Add(i);
        }
    }

    /// <summary>The number of a text, from 0; -1 where it is not held.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="hash">XxHash64 of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(ReadOnlySpan<byte> utf8, ulong hash) => (~filter[WordOf(hash)] & BitsOf(hash)) != 0 ? -1 : Search(utf8, hash);

    /// <summary>The text of a number.</summary>
    internal ReadOnlyMemory<byte> MemoryOf(int index) => bytes.AsMemory((index == 0 ? 0 : ends[index - 1])..ends[index]);

    /// <summary>The text of a number.</summary>
    internal ReadOnlySpan<byte> TextOf(int index) => bytes.AsSpan((index == 0 ? 0 : ends[index - 1])..ends[index]);

    private static byte[] Join(IReadOnlyList<string> texts, out int[] ends)
    {
        var joined = new byte[texts.Sum(static text => (long)Encoding.UTF8.GetByteCount(text))];
        ends = new int[texts.Count];
        var end = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            end += Encoding.UTF8.GetBytes(texts[i], joined.AsSpan(end));
            ends[i] = end;
        }

        return joined;
    }

    private int Search(ReadOnlySpan<byte> utf8, ulong hash)
    {
        var table = slots;
        var mask = table.Length - 1;
        for (var place = (int)hash & mask; table[place] != 0; place = (place + 1) & mask)
        {
            if (TagOf(table[place]) == TagOf(hash) && TextOf(NumberOf(table[place])).SequenceEqual(utf8))
            {
                return NumberOf(table[place]);
            }
        }

        return -1;
    }

    // Other bits of the hash than those that choose the slot.
    private int WordOf(ulong hash) => (int)(hash >> 40) & (filter.Length - 1);

    // Three of a word: of the texts that are not held one in sixty has all of them, of one bit it would be one in thirteen.
    private static ulong BitsOf(ulong hash) => (1UL << (int)(hash >> 34)) | (1UL << (int)(hash >> 28)) | (1UL << (int)(hash >> 22));

    private static uint TagOf(ulong slotOrHash) => (uint)(slotOrHash >> 32);

    private static int NumberOf(ulong slot) => (int)(uint)slot - 1;

    private void Add(int index)
    {
        var text = TextOf(index);
        var hash = XxHash64.Hash(text);
        if (Find(text, hash) >= 0)
        {
            return;
        }

        var mask = slots.Length - 1;
        var place = (int)hash & mask;
        while (slots[place] != 0)
        {
            place = (place + 1) & mask;
        }

        filter[WordOf(hash)] |= BitsOf(hash);
        slots[place] = ((ulong)TagOf(hash) << 32) | (uint)(index + 1);
    }
}
