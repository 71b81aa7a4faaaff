namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>The seeds that races are run with, in portions, so that a failure names few and the portions run beside each other.</summary>
internal static class Seeds
{
    private const int Count = 200;
    private const int PerPortion = 50;

    public static TheoryData<int, int> Portions => PortionsOf(Count, PerPortion);

    /// <summary>Runs a race once with each seed of a portion; a failure names the seed.</summary>
    public static void Run(int first, int last, Action<int> race)
    {
        for (var seed = first; seed <= last; seed++)
        {
            Run(seed, () => race(seed));
        }
    }

    /// <summary>Runs something that follows from a seed; a failure names the seed, and where in it.</summary>
    public static void Run(int seed, Action run, string where = "")
    {
        try
        {
            run();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Seed {seed}{where}: {failure.Message}", failure);
        }
    }

    public static TheoryData<int, int> PortionsOf(int count, int perPortion)
    {
        var portions = new TheoryData<int, int>();
        for (var first = 1; first <= count; first += perPortion)
        {
            portions.Add(first, Math.Min(count, first + perPortion - 1));
        }

        return portions;
    }
}
