namespace FinancialFirewall.Host.Simulating;

/// <summary>How long answers took, in steps of an eighth of an octave, so that a quantile is at most 9 per cent too high.</summary>
internal sealed class LatencyCounts
{
    private const int StepsAnOctave = 8;
    private const int Steps = 40 * StepsAnOctave;

    private readonly long[] counts = new long[Steps];
    private long total;

    /// <summary>Counts an answer.</summary>
    public void Add(TimeSpan latency)
    {
        counts[Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, latency.TotalMicroseconds)) * StepsAnOctave), 0, Steps - 1)]++;
        total++;
    }

    /// <summary>Within which time a share of the answers came; zero where there are none.</summary>
    public TimeSpan Quantile(double share)
    {
        var wanted = (long)Math.Ceiling(share * total);
        var seen = 0L;
        for (var step = 0; step < Steps && total > 0; step++)
        {
            seen += counts[step];
            if (seen >= wanted)
            {
                return TimeSpan.FromMicroseconds(Math.Pow(2, step / (double)StepsAnOctave));
            }
        }

        return TimeSpan.Zero;
    }
}
