using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The account was opened less than <c>newAccountDays</c> ago, or, where nobody said when, was first seen less than that ago while the tenant itself is older.</summary>
public static class NewAccountRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "newAccount";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(2_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(AccountRules rules)
    {
        if (rules.NewAccountRisk is not true)
        {
            return null;
        }

        var days = Condition.Duration((rules.NewAccountDays ?? AccountRules.DefaultNewAccountDays) * FrequencyConditions.DaySeconds);
        var isYoung = Condition.Compare(Condition.Variable(PaymentVariable.AccountAge), ComparisonOperator.Less, days);
        var isOpenedAtKnown = Condition.Exists(PaymentMember.FromAccountOpenedAt);
        var isTenantOlder = Condition.Compare(Condition.Variable(PaymentVariable.TenantAge), ComparisonOperator.GreaterOrEqual, days);
        return new Factor(Name, DefaultWeight, Condition.And(isYoung, Condition.Or(isOpenedAtKnown, isTenantOlder)));
    }
}
