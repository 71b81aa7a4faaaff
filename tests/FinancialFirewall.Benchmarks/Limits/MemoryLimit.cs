using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>
/// Waiting for memory: lines of 64 bytes, in an order that no processor guesses, out of as much memory as the histories of 100,000 accounts take. Asked for one after the
/// other each waits for the one before; asked for together their waits overlap.
/// </summary>
internal sealed class MemoryLimit
{
    /// <summary>How many lines a run goes through.</summary>
    public const int Lines = 1 << 20;

    private const int Together = 64;

    private readonly Line[] memory = GC.AllocateUninitializedArray<Line>(Lines, pinned: true);
    private readonly int[] order = [.. Enumerable.Range(0, Lines)];

    /// <summary>Makes the memory and an order of its own.</summary>
    public MemoryLimit(int seed)
    {
        new Random(seed).Shuffle(order);
        for (var i = 0; i < Lines; i++)
        {
            memory[order[i]].Next = order[(i + 1) % Lines];
        }
    }

    /// <summary>Goes from line to line, each named by the one before.</summary>
    public void OneByOne()
    {
        var at = order[0];
        for (var i = 0; i < Lines; i++)
        {
            at = memory[at].Next;
        }

        Check(at, order[0]);
    }

    /// <summary>Asks for <see cref="Together"/> lines at once, and then reads them.</summary>
    public void Overlapping()
    {
        var sum = 0L;
        for (var first = 0; first < Lines; first += Together)
        {
            var group = order.AsSpan(first, Together);
            foreach (var line in group)
            {
                CacheLines.Approach(ref memory[line]);
            }

            foreach (var line in group)
            {
                sum += memory[line].Next;
            }
        }

        Check(sum, (long)Lines * (Lines - 1) / 2);
    }

    private static void Check(long found, long expected)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"Reading the lines came to {found}, not {expected}.");
        }
    }

    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Line
    {
        public int Next;
    }
}
