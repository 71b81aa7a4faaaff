namespace FinancialFirewall.Simulator.Randomness;

/// <summary>
/// Numbers that look random and follow from a seed alone, on any machine: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014), integers only. A source of its own for every customer and day makes what one of them does independent of all others.
/// </summary>
internal sealed class RandomSource
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private ulong state;

    private RandomSource(ulong state) => this.state = state;

    /// <summary>The source at the end of a path of numbers, such as seed, purpose, customer, day.</summary>
    public static RandomSource For(params ReadOnlySpan<ulong> path)
    {
        var start = 0UL;
        foreach (var number in path)
        {
            start = Mix(start ^ number) + Step;
        }

        return new RandomSource(start);
    }

    /// <summary>64 bits.</summary>
    public ulong NextBits() => Mix(state += Step);

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>, which is above 0.</summary>
    public long Below(long bound) => (long)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>A number from <paramref name="low"/> up to <paramref name="high"/>, both included.</summary>
    public long Between(long low, long high) => low + Below(high - low + 1);

    /// <summary>A whole number of things, from <paramref name="low"/> up to <paramref name="high"/>, both included.</summary>
    public int Count(int low, int high) => (int)Between(low, high);

    /// <summary>Whether something happens that happens so many times in a thousand.</summary>
    public bool Chance(int perMille) => Below(1_000) < perMille;

    /// <summary>How often something happens that happens <paramref name="thousandths"/>/1,000 times on average: 16 tries, so that it is never more.</summary>
    public int Occurrences(long thousandths)
    {
        const int Tries = 16;
        var count = 0;
        for (var i = 0; i < Tries; i++)
        {
            count += Below(1_000 * Tries) < thousandths ? 1 : 0;
        }

        return count;
    }

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[(int)Below(items.Count)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
