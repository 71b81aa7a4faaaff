namespace FinancialFirewall.Domain.Histories;

/// <summary>The sizes of the blocks of a <see cref="BlockPool"/>, by size class. Class 0 is no block.</summary>
internal static class BlockSizes
{
    /// <summary>The largest block in bytes.</summary>
    public const int Largest = 64 * 1024;

    /// <summary>The bytes of each class: two sizes to each doubling, so that little of a block is slack.</summary>
    public static readonly int[] All =
    [
        0, 16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288, 16384, 24576, 32768, 49152, Largest,
    ];

    /// <summary>The smallest class that holds some bytes, at most <see cref="Largest"/>.</summary>
    public static int ClassOf(int bytes)
    {
        var sizeClass = 1;
        while (All[sizeClass] < bytes)
        {
            sizeClass++;
        }

        return sizeClass;
    }
}
