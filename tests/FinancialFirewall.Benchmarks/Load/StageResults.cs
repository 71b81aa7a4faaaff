namespace FinancialFirewall.Benchmarks.Load;

/// <summary>What stages did in the rounds so far.</summary>
/// <param name="Stages">The stages.</param>
/// <param name="Rounds">What each of them did in each round, in the same order.</param>
internal sealed record StageResults(IReadOnlyList<IStage> Stages, IReadOnlyList<Measurement[]> Rounds)
{
    /// <summary>The median of something over the rounds.</summary>
    public double MedianOf(string stage, Func<Measurement, double> value)
    {
        var index = IndexOf(stage);
        return Median(Rounds.Select(round => value(round[index])));
    }

    /// <summary>The median payments a second.</summary>
    public double RateOf(string stage) => MedianOf(stage, static measured => measured.PerSecond);

    /// <summary>The median of the ratios inside each round: a slow moment of the machine is in both of its sides.</summary>
    public double RatioOf(string stage, string other)
    {
        var (over, under) = (IndexOf(stage), IndexOf(other));
        return Median(Rounds.Select(round => round[over].PerSecond / round[under].PerSecond));
    }

    private int IndexOf(string name) => Stages.Index().First(stage => stage.Item.Name == name).Index;

    /// <summary>The middle of some values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
