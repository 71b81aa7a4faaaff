using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Counts in which payments each factor held. Factors of one name are one, whichever configuration they are in.</summary>
internal sealed class FactorTallies
{
    /// <summary>The most factors that are counted by name.</summary>
    public const int MaximumFactors = 1_000;

    private readonly SortedDictionary<string, FactorTally> factors = new(StringComparer.Ordinal);
    private (CompiledPolicy? Policy, FactorTally?[]?[] Places) before = (null, []);
    private (CompiledPolicy? Policy, FactorTally?[]?[] Places) after = (null, []);

    /// <summary>How often a factor held that is not counted by name because there are too many.</summary>
    public long Other { get; private set; }

    /// <summary>Counts the factors of a payment.</summary>
    public void Add(in TriedPayment payment, CompiledPolicy decidedBy, CompiledPolicy policy)
    {
        var (was, would) = (payment.Before, payment.After);
        if (PlacesOf(was, decidedBy, ref before) is { } held)
        {
            for (var place = was.Held.NextFrom(0); place >= 0; place = was.Held.NextFrom(place + 1))
            {
                held[place]?.AddBefore(payment);
                Other += held[place] is null ? 1 : 0;
            }
        }

        if (PlacesOf(would, policy, ref after) is { } holding)
        {
            for (var place = would.Held.NextFrom(0); place >= 0; place = would.Held.NextFrom(place + 1))
            {
                holding[place]?.AddAfter(payment);
                Other += holding[place] is null ? 1 : 0;
            }
        }
    }

    /// <summary>Every factor that held, by name.</summary>
    public IReadOnlyList<FactorPair> Describe()
        => [.. factors.Where(static factor => factor.Value.Before + factor.Value.After > 0).Select(static factor => factor.Value.Describe(factor.Key))];

    /// <summary>The factors of the configuration that applied, by their places; null where none did.</summary>
    private FactorTally?[]? PlacesOf(in Outcome outcome, CompiledPolicy policy, ref (CompiledPolicy? Policy, FactorTally?[]?[] Places) latest)
    {
        if (outcome.ConfigurationIndex < 0)
        {
            return null;
        }

        if (!ReferenceEquals(latest.Policy, policy))
        {
            latest = (policy, new FactorTally?[]?[policy.Document.Configurations.Count]);
        }

        return latest.Places[outcome.ConfigurationIndex] ??= [.. policy.FactorsAt(outcome.ConfigurationIndex).Select(factor => Of(factor.Name))];
    }

    private FactorTally? Of(string name)
    {
        if (!factors.TryGetValue(name, out var tally) && factors.Count < MaximumFactors)
        {
            factors.Add(name, tally = new FactorTally());
        }

        return tally;
    }
}
