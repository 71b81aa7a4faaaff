using System.Numerics;

namespace FinancialFirewall.Domain.Histories;

/// <summary>The sizes of the blocks of a <see cref="BlockPool"/>, by size class. Class 0 is no block.</summary>
internal static class BlockSizes
{
    /// <summary>Every size is a multiple of this, in bytes.</summary>
    public const int Unit = 16;

    /// <summary>The largest block in bytes.</summary>
    public const int Largest = 96 * 1024;

    private const int Smallest = 64;
    private const int StepsPerDoubling = 4;

    /// <summary>The bytes of each class: four sizes to each doubling, so that little of a block is slack.</summary>
    public static readonly int[] All = [0, .. Sizes()];

    /// <summary>The smallest class that holds some bytes, at most <see cref="Largest"/>.</summary>
    public static int ClassOf(int bytes)
    {
        if (bytes <= Smallest)
        {
            return 1;
        }

        // Sizes are 4, 5, 6 or 7 quarters of a power of two: which one, and of which power.
        var doublings = BitOperations.Log2((uint)(bytes - 1)) - BitOperations.Log2(Smallest);
        var quarter = (Smallest << doublings) / StepsPerDoubling;
        return (doublings * StepsPerDoubling) + ((bytes + quarter - 1) / quarter) - StepsPerDoubling + 1;
    }

    private static IEnumerable<int> Sizes()
    {
        for (var power = Smallest; ; power *= 2)
        {
            for (var quarters = StepsPerDoubling; quarters < 2 * StepsPerDoubling; quarters++)
            {
                var size = power / StepsPerDoubling * quarters;
                if (size > Largest)
                {
                    yield break;
                }

                yield return size;
            }
        }
    }
}
