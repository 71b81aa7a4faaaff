using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Rules;

/// <summary>Conditions about the debtor account's windows.</summary>
internal static class FrequencyConditions
{
    /// <summary>"Daily": 24 hours.</summary>
    internal const long DaySeconds = 24 * 3600;

    /// <summary>"Weekly": 7 days.</summary>
    internal const long WeekSeconds = 7 * DaySeconds;

    /// <summary><c>count(payments, 24h) &gt; 10</c></summary>
    internal static Expression CountAbove(long threshold, long windowSeconds)
        => Build.Compare(Build.Count(windowSeconds), ComparisonOperator.Greater, Build.Number(threshold));

    /// <summary>
    /// <c>sum(amount, 24h) &gt; 10000</c>, or for each currency that is named
    /// <c>currency == "EUR" and sum(originalAmount, 24h where currency == "EUR") &gt; 10000</c>.
    /// </summary>
    internal static Expression SumAbove(AmountThreshold threshold, long windowSeconds)
        => AmountConditions.Each(
            threshold,
            amount => Above(Build.Aggregate(AggregateFunction.Sum, Build.Member(PaymentMember.Amount), windowSeconds), amount),
            (currency, amount) => Above(
                Build.Aggregate(AggregateFunction.Sum, Build.OriginalAmount, windowSeconds, filter: AmountConditions.In(currency)), amount));

    private static ComparisonExpression Above(AggregateExpression aggregate, decimal amount)
        => Build.Compare(aggregate, ComparisonOperator.Greater, Build.Number(amount));
}
