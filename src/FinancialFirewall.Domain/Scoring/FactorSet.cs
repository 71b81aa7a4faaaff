using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Scoring;

/// <summary>A set of a configuration's factors, by their place in the table; a value, so that noting one allocates nothing.</summary>
public struct FactorSet : IEquatable<FactorSet>
{
    /// <summary>The most factors that one configuration can have.</summary>
    public const int Capacity = 256;

    internal const int WordCount = Capacity / 64;

    private FactorWords words;

    /// <summary>How many factors there are.</summary>
    public readonly int Count
    {
        get
        {
            var count = 0;
            foreach (var word in words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether there is none.</summary>
    public readonly bool IsEmpty => (words[0] | words[1] | words[2] | words[3]) == 0;

    /// <summary>One more than the last factor's place; 0 for an empty set.</summary>
    public readonly int End => EndOf(this, this);

    /// <summary>The first 64 factors, as one bit each.</summary>
    internal readonly ulong FirstWord => words[0];

    /// <summary>One more than the last factor's place in either of two sets; 0 for empty ones.</summary>
    internal static int EndOf(in FactorSet one, in FactorSet other)
    {
        for (var i = WordCount - 1; i >= 0; i--)
        {
            var word = one.words[i] | other.words[i];
            if (word != 0)
            {
                return (i * 64) + 64 - BitOperations.LeadingZeroCount(word);
            }
        }

        return 0;
    }

    /// <summary>Whether the factor at a place, 0 to 255, is in the set.</summary>
    public readonly bool Contains(int place) => (words[place >> 6] & (1UL << (place & 63))) != 0;

    /// <summary>Adds the factor at a place, 0 to 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place) => words[place >> 6] |= 1UL << (place & 63);

    /// <summary>The first factor at or after a place; -1 when there is none.</summary>
    public readonly int NextFrom(int place)
    {
        if (place >= Capacity)
        {
            return -1;
        }

        var word = words[place >> 6] & (ulong.MaxValue << (place & 63));
        for (var i = place >> 6; ; word = words[i])
        {
            if (word != 0)
            {
                return (i * 64) + BitOperations.TrailingZeroCount(word);
            }

            if (++i == WordCount)
            {
                return -1;
            }
        }
    }

    /// <summary>Reads the form that <see cref="Write"/> gives.</summary>
    /// <param name="bytes">At most 32 bytes; factors beyond them are not in the set.</param>
    public static FactorSet Read(ReadOnlySpan<byte> bytes)
    {
        // Nearly all sets have one word. It is written as a whole, because it is copied at once, which would wait for each word that was written by itself.
        var held = bytes.Length is > 0 and <= sizeof(ulong) ? Vector256.CreateScalar(ReadWord(bytes, bytes.Length)) : ReadWords(bytes);
        return Unsafe.BitCast<Vector256<ulong>, FactorSet>(held);
    }

    /// <summary>Writes a bit a factor, lowest first, as many bytes as there is room for; those must be enough for <see cref="End"/>.</summary>
    public readonly void Write(Span<byte> destination)
    {
        for (var word = 0; !destination.IsEmpty; word++)
        {
            var length = Math.Min(destination.Length, sizeof(ulong));
            WriteWord(words[word], destination[..length]);
            destination = destination[length..];
        }
    }

    /// <summary>The factors of a written set's next bytes, one bit each.</summary>
    /// <param name="bytes">Starts with those bytes; where eight and more are there they are read at once.</param>
    /// <param name="length">How many of them are of the set, 1 to 8.</param>
    internal static ulong ReadWord(ReadOnlySpan<byte> bytes, int length)
    {
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes) & (ulong.MaxValue >> (64 - (length * 8)));
        }

        var word = 0UL;
        for (var i = 0; i < length; i++)
        {
            word |= (ulong)bytes[i] << (i * 8);
        }

        return word;
    }

    private static Vector256<ulong> ReadWords(ReadOnlySpan<byte> bytes)
    {
        Span<ulong> held = stackalloc ulong[WordCount];
        held.Clear();
        for (var word = 0; !bytes.IsEmpty; word++)
        {
            var length = Math.Min(bytes.Length, sizeof(ulong));
            held[word] = ReadWord(bytes, length);
            bytes = bytes[length..];
        }

        return Vector256.Create<ulong>(held);
    }

    private static void WriteWord(ulong word, Span<byte> destination)
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = (byte)(word >> (i * 8));
        }
    }

    /// <summary>Whether two sets hold the same factors.</summary>
    public static bool operator ==(FactorSet left, FactorSet right) => left.Equals(right);

    /// <summary>Whether two sets differ.</summary>
    public static bool operator !=(FactorSet left, FactorSet right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(FactorSet other) => ((ReadOnlySpan<ulong>)words).SequenceEqual(other.words);

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is FactorSet other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode() => (words[0] ^ words[1] ^ words[2] ^ words[3]).GetHashCode();

    /// <summary>The places, as in <c>{0, 3}</c>.</summary>
    public readonly override string ToString()
    {
        var places = new List<int>();
        for (var place = NextFrom(0); place >= 0; place = NextFrom(place + 1))
        {
            places.Add(place);
        }

        return $"{{{string.Join(", ", places)}}}";
    }
}
