using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Counts in what two policies decided alike and in what not.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="samples">How many of the latest payments of each change are kept.</param>
internal sealed class TrialTally(TenantId tenant, int samples)
{
    /// <summary>The most samples of each change.</summary>
    public const int MaximumSamples = 20;

    private readonly SortedDictionary<(Decision Before, Decision After), MoneyTally> pairs = [];
    private readonly FactorTallies factors = new();
    private readonly TrialSamples kept = new(samples);
    private readonly MoneyTally blocked = new();
    private readonly MoneyTally released = new();
    private long changed;
    private long rescored;
    private Instant? first;
    private Instant? last;

    /// <summary>How many payments were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>How many were left out because the person was erased.</summary>
    public long Erased { get; private set; }

    /// <summary>Leaves out a payment whose person was erased.</summary>
    public void AddErased() => Erased++;

    /// <summary>Compares what was decided about a payment with what would have been.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="decidedBy">The policy that decided it.</param>
    /// <param name="policy">The policy that would have decided it.</param>
    public void Add(in TriedPayment payment, CompiledPolicy decidedBy, CompiledPolicy policy)
    {
        Compared++;
        first ??= payment.AssessedAt;
        last = payment.AssessedAt;
        var pair = (payment.Before.Decision, payment.After.Decision);
        if (!pairs.TryGetValue(pair, out var money))
        {
            pairs.Add(pair, money = new MoneyTally());
        }

        money.Add(payment.Currency, payment.AmountMinor);
        factors.Add(payment, decidedBy, policy);
        if (payment.IsChanged)
        {
            AddChanged(payment, decidedBy, policy);
        }
        else if (payment.Before.Score != payment.After.Score)
        {
            rescored++;
        }
    }

    /// <summary>What was counted.</summary>
    /// <param name="windowsSince"><see cref="PolicyReport.WindowsSince"/>.</param>
    public PolicyReport Describe(Instant? windowsSince) => new()
    {
        Compared = Compared,
        Changed = changed,
        Rescored = rescored,
        Erased = Erased,
        FirstAssessedAt = first,
        LastAssessedAt = last,
        Decisions = [.. pairs.Select(static pair => new DecisionPair(pair.Key.Before, pair.Key.After, pair.Value.Describe()))],
        Blocked = blocked.Describe(),
        Released = released.Describe(),
        Factors = factors.Describe(),
        OtherFactors = factors.Other,
        Samples = kept.Describe(tenant),
        WindowsSince = windowsSince,
    };

    private void AddChanged(in TriedPayment payment, CompiledPolicy decidedBy, CompiledPolicy policy)
    {
        changed++;
        kept.Add(payment, decidedBy, policy);
        if (payment.IsBlocked)
        {
            blocked.Add(payment.Currency, payment.AmountMinor);
        }

        if (payment.IsReleased)
        {
            released.Add(payment.Currency, payment.AmountMinor);
        }
    }
}
