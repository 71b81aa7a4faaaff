using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>Counts in what two policies decided alike and in what not.</summary>
internal sealed class ShadowTally(TenantId tenant)
{
    /// <summary>The most factors that are counted by name.</summary>
    public const int MaximumFactors = 1_000;

    /// <summary>How many of the latest payments that were decided otherwise are kept.</summary>
    public const int MaximumSamples = 100;

    private readonly SortedDictionary<(Decision Live, Decision Shadow), long> pairs = [];
    private readonly SortedDictionary<string, (long Live, long Shadow)> factors = new(StringComparer.Ordinal);
    private readonly Queue<ShadowSample> samples = new();

    /// <summary>How many payments were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>How many of them were decided otherwise.</summary>
    public long Different { get; private set; }

    /// <summary>How often a factor held that is not counted by name because there are too many.</summary>
    public long OtherFactors { get; private set; }

    /// <summary>How often each pair of decisions came.</summary>
    public IReadOnlyList<ShadowPair> Pairs => [.. pairs.Select(static pair => new ShadowPair(pair.Key.Live, pair.Key.Shadow, pair.Value))];

    /// <summary>How often each factor held, by name.</summary>
    public IReadOnlyList<ShadowFactor> Factors => [.. factors.Select(static factor => new ShadowFactor(factor.Key, factor.Value.Live, factor.Value.Shadow))];

    /// <summary>The latest payments that were decided otherwise, the newest first.</summary>
    public IReadOnlyList<ShadowSample> Samples => [.. samples.Reverse()];

    /// <summary>Compares what was decided about a payment with what would have been.</summary>
    /// <param name="bytes">The assessment.</param>
    /// <param name="live">The policy that decided it.</param>
    /// <param name="shadow">What would have been decided.</param>
    /// <param name="by">The policy that would have decided so.</param>
    public void Add(ReadOnlySpan<byte> bytes, CompiledPolicy live, in Outcome shadow, CompiledPolicy by)
    {
        var record = new AssessmentRecord(bytes);
        var decided = record.Outcome;
        Compared++;
        pairs[(decided.Decision, shadow.Decision)] = pairs.GetValueOrDefault((decided.Decision, shadow.Decision)) + 1;
        Count(live, decided, isLive: true);
        Count(by, shadow, isLive: false);
        if (decided.Decision != shadow.Decision)
        {
            Different++;
            samples.Enqueue(new ShadowSample(
                AssessmentId.Of(tenant, record.Partition, record.Sequence, record.AssessedAt).ToGuid(), record.AssessedAt, decided.Decision, decided.Score, shadow.Decision, shadow.Score));
            if (samples.Count > MaximumSamples)
            {
                samples.Dequeue();
            }
        }
    }

    private void Count(CompiledPolicy policy, in Outcome outcome, bool isLive)
    {
        if (outcome.ConfigurationIndex < 0)
        {
            return;
        }

        var names = policy.FactorsAt(outcome.ConfigurationIndex);
        for (var place = outcome.Held.NextFrom(0); place >= 0; place = outcome.Held.NextFrom(place + 1))
        {
            Count(names[place].Name, isLive);
        }
    }

    private void Count(string name, bool isLive)
    {
        if (!factors.TryGetValue(name, out var counts) && factors.Count >= MaximumFactors)
        {
            OtherFactors++;
            return;
        }

        factors[name] = isLive ? counts with { Live = counts.Live + 1 } : counts with { Shadow = counts.Shadow + 1 };
    }
}
