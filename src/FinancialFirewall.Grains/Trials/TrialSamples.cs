using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Keeps the latest payments of each change.</summary>
/// <param name="maximum">How many of each.</param>
internal sealed class TrialSamples(int maximum)
{
    private readonly SortedDictionary<(Decision Before, Decision After), Queue<(TriedPayment Payment, CompiledPolicy DecidedBy, CompiledPolicy Policy)>> kept = [];

    /// <summary>Takes a payment that would have been decided otherwise.</summary>
    public void Add(in TriedPayment payment, CompiledPolicy decidedBy, CompiledPolicy policy)
    {
        var change = (payment.Before.Decision, payment.After.Decision);
        if (!kept.TryGetValue(change, out var samples))
        {
            kept.Add(change, samples = new());
        }

        samples.Enqueue((payment, decidedBy, policy));
        if (samples.Count > maximum)
        {
            samples.Dequeue();
        }
    }

    /// <summary>What is kept: change by change, the newest of each first.</summary>
    public IReadOnlyList<PolicySample> Describe(TenantId tenant)
        => [.. kept.Values.SelectMany(samples => samples.Reverse().Select(sample => Describe(tenant, sample.Payment, sample.DecidedBy, sample.Policy)))];

    private static PolicySample Describe(TenantId tenant, in TriedPayment payment, CompiledPolicy decidedBy, CompiledPolicy policy)
    {
        var currency = CurrencyTable.Get(payment.Currency);
        var (held, holding) = (NamesOf(payment.Before, decidedBy), NamesOf(payment.After, policy));
        var id = AssessmentId.Of(tenant, payment.Partition, payment.Sequence, payment.AssessedAt).ToGuid();
        return new PolicySample(id, payment.AssessedAt, MoneyTally.AmountOf(payment.AmountMinor, currency), currency.Code)
        {
            Before = payment.Before.Decision,
            ScoreBefore = payment.Before.Score,
            After = payment.After.Decision,
            ScoreAfter = payment.After.Score,
            FactorsGone = [.. held.Except(holding, StringComparer.Ordinal)],
            FactorsAdded = [.. holding.Except(held, StringComparer.Ordinal)],
        };
    }

    private static List<string> NamesOf(in Outcome outcome, CompiledPolicy policy)
    {
        var names = new List<string>();
        if (outcome.ConfigurationIndex < 0)
        {
            return names;
        }

        var factors = policy.FactorsAt(outcome.ConfigurationIndex);
        for (var place = outcome.Held.NextFrom(0); place >= 0; place = outcome.Held.NextFrom(place + 1))
        {
            names.Add(factors[place].Name);
        }

        return names;
    }
}
