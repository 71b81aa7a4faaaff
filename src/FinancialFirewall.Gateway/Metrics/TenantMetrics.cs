using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>What the gateway counts for one tenant. Safe to use from several threads at once.</summary>
internal sealed class TenantMetrics
{
    /// <summary>How many different refusal codes are counted apart; further ones count as <see cref="OtherCode"/>.</summary>
    public const int MaximumCodes = 200;

    /// <summary>Stands for every refusal code beyond <see cref="MaximumCodes"/>.</summary>
    public const string OtherCode = "OTHER";

    private readonly long[] decisions = new long[(int)Decision.Reject + 1];
    private readonly ConcurrentDictionary<string, StrongBox<long>> refusals = new(StringComparer.Ordinal);
    private long duplicates;
    private long degraded;

    /// <summary>From a request's arrival to its answer, for single payments.</summary>
    public LatencyHistogram Single { get; } = new();

    /// <summary>From the moment a group of lines is read to its answers, for each payment of a batch.</summary>
    public LatencyHistogram Batch { get; } = new();

    /// <summary>Answers that were given before to the same payment.</summary>
    public long Duplicates => Interlocked.Read(ref duplicates);

    /// <summary>Decisions that lacked something they should have looked at.</summary>
    public long Degraded => Interlocked.Read(ref degraded);

    /// <summary>How often each code was the reason of a refusal.</summary>
    public IEnumerable<KeyValuePair<string, long>> Refusals
        => refusals.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Interlocked.Read(ref entry.Value.Value)));

    /// <summary>How many new payments got this decision.</summary>
    public long Decided(Decision decision) => Interlocked.Read(ref decisions[(int)decision]);

    /// <summary>Counts an answer.</summary>
    public void CountDecision(Decision decision, bool isDuplicate, bool isDegraded)
    {
        if (isDuplicate)
        {
            Interlocked.Increment(ref duplicates);
            return;
        }

        Interlocked.Increment(ref decisions[(int)decision]);
        if (isDegraded)
        {
            Interlocked.Increment(ref degraded);
        }
    }

    /// <summary>Counts a refusal by its leading reason.</summary>
    public void CountRefusal(Error leading)
    {
        var code = refusals.Count < MaximumCodes || refusals.ContainsKey(leading.Code) ? leading.Code : OtherCode;
        Interlocked.Increment(ref refusals.GetOrAdd(code, static _ => new StrongBox<long>()).Value);
    }
}
