namespace FinancialFirewall.Domain.Configurations;

/// <summary>An amount: one in the tenant's base currency, or one each for some currencies, which then holds for payments in those currencies as sent.</summary>
public sealed record AmountThreshold
{
    /// <summary>One amount in the base currency.</summary>
    public AmountThreshold(decimal baseAmount)
    {
        BaseAmount = baseAmount;
        ByCurrency = [];
    }

    /// <summary>One amount for each currency that is named, in the order they were named.</summary>
    /// <exception cref="ArgumentException">No currency is named.</exception>
    public AmountThreshold(IReadOnlyList<KeyValuePair<string, decimal>> byCurrency)
    {
        ArgumentNullException.ThrowIfNull(byCurrency);
        if (byCurrency.Count == 0)
        {
            throw new ArgumentException("An amount by currency names at least one currency.", nameof(byCurrency));
        }

        ByCurrency = byCurrency;
    }

    /// <summary>The amount in major units of the base currency; null where amounts are given by currency.</summary>
    public decimal? BaseAmount { get; }

    /// <summary>The amounts in major units by ISO 4217 code; empty where the amount is in the base currency.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> ByCurrency { get; }
}
