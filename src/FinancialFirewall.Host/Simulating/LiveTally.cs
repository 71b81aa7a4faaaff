namespace FinancialFirewall.Host.Simulating;

/// <summary>Counts what becomes of payments that are sent. Used by many at once.</summary>
internal sealed class LiveTally(TimeProvider time)
{
    private const string Approved = "APPROVE";
    private static readonly double[] Shares = [0.5, 0.95, 0.99];

    private readonly Lock gate = new();
    private readonly LatencyCounts latencies = new();
    private readonly Dictionary<string, long> decisions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Payments, long Flagged)> scenarios = new(StringComparer.Ordinal);
    private long due;
    private long answered;
    private long refused;
    private long lookedAt = time.GetTimestamp();
    private long answeredThen;
    private string? problem;

    /// <summary>A payment has to be sent.</summary>
    public void Due() => Interlocked.Increment(ref due);

    /// <summary>A payment was decided.</summary>
    public void Answered(in DuePayment sent, string decision)
    {
        lock (gate)
        {
            answered++;
            problem = null;
            latencies.Add(time.GetElapsedTime(sent.DueAt));
            decisions[decision] = decisions.GetValueOrDefault(decision) + 1;
            if (sent.Payment.Scenario is { } scenario)
            {
                var (count, flagged) = scenarios.GetValueOrDefault(scenario);
                scenarios[scenario] = (count + 1, flagged + (decision is Approved ? 0 : 1));
            }
        }
    }

    /// <summary>A payment was refused.</summary>
    public void Refused(string why)
    {
        lock (gate)
        {
            refused++;
            problem = why;
        }
    }

    /// <summary>The server does not answer; what was sent is sent again.</summary>
    public void Away(string why)
    {
        lock (gate)
        {
            problem = why;
        }
    }

    /// <summary>How it stands; the rate is counted from one look to the next.</summary>
    public LiveFigures Look()
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(lookedAt).TotalSeconds;
            var rate = (answered - answeredThen) / Math.Max(elapsed, 0.001);
            (lookedAt, answeredThen) = (time.GetTimestamp(), answered);
            return new LiveFigures(
                answered,
                refused,
                Interlocked.Read(ref due) - answered - refused,
                rate,
                [.. Shares.Select(latencies.Quantile)],
                [.. decisions.OrderByDescending(static decision => decision.Value)],
                [.. scenarios.Select(static scenario => (scenario.Key, scenario.Value.Payments, scenario.Value.Flagged))],
                problem);
        }
    }
}
