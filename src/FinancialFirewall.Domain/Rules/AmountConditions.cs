using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Rules;

/// <summary>
/// Conditions about a payment's amount and an <see cref="AmountThreshold"/>: in the base currency, or in each currency that the threshold names, as
/// sent. A payment in a currency that the threshold does not name never meets it.
/// </summary>
public static class AmountConditions
{
    /// <summary><c>amount &gt; 10000</c>, or <c>currency == "EUR" and originalAmount &gt; 10000 or …</c></summary>
    public static Expression Compare(ComparisonOperator comparison, AmountThreshold threshold)
        => Each(
            threshold,
            amount => Build.Compare(Build.Member(PaymentMember.Amount), comparison, Build.Number(amount)),
            (_, amount) => Build.Compare(Build.OriginalAmount, comparison, Build.Number(amount)));

    /// <summary>One condition for an amount in the base currency, or one for each currency that is named, each for payments in that currency only.</summary>
    internal static Expression Each(AmountThreshold threshold, Func<decimal, Expression> ofBase, Func<string, decimal, Expression> ofCurrency)
        => threshold.BaseAmount is { } amount
            ? ofBase(amount)
            : Build.Or(threshold.ByCurrency.Select(pair => Build.And(In(pair.Key), ofCurrency(pair.Key, pair.Value))));

    /// <summary><c>currency == "EUR"</c></summary>
    internal static Expression In(string currency)
        => Build.Compare(Build.Member(PaymentMember.Currency), ComparisonOperator.Equal, Build.Text(currency));
}
