namespace FinancialFirewall.Domain.Tests.Bytes;

/// <summary>What code allocates, told from what the runtime allocates beside it.</summary>
internal static class Allocation
{
    private const int Counts = 5;

    /// <summary>
    /// The bytes that a run allocates: the least of five counts, behind a first run that settles buffers and code. What the run allocates is in each of them. In single ones there is more: what the
    /// runtime allocates where it compiles a loop anew, and, where another test caused a collection, what was left of the room that this thread had been given.
    /// </summary>
    public static long Least(Action run)
    {
        run();
        var least = long.MaxValue;
        for (var i = 0; i < Counts && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>The same of a thousand runs together.</summary>
    public static long LeastOfThousand(Action run) => Least(() =>
    {
        for (var i = 0; i < 1_000; i++)
        {
            run();
        }
    });
}
