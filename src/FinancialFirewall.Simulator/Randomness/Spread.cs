namespace FinancialFirewall.Simulator.Randomness;

/// <summary>How values are spread: how many of a thousand lie below each of some values; between two of them they lie evenly.</summary>
/// <param name="steps">Rising from 0 to 1,000 per mille, values rising too.</param>
internal sealed class Spread(params (int PerMille, long Value)[] steps)
{
    private const int Finer = 1_000;

    /// <summary>Draws a value.</summary>
    public long Draw(RandomSource random)
    {
        var place = random.Below(1_000 * Finer);
        var upper = 1;
        while (steps[upper].PerMille * Finer <= place)
        {
            upper++;
        }

        var (from, to) = (steps[upper - 1], steps[upper]);
        return from.Value + ((to.Value - from.Value) * (place - (from.PerMille * Finer)) / ((to.PerMille - from.PerMille) * Finer));
    }
}
