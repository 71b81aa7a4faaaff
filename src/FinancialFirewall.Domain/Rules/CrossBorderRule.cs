using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary><c>fromCountry</c> and <c>toCountry</c> are both known and differ.</summary>
public static class CrossBorderRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "crossBorder";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(3_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(AccountRules rules)
        => rules.CrossBorderRisk is true
            ? new Factor(
                Name,
                DefaultWeight,
                Condition.Compare(
                    Condition.Member(PaymentMember.FromCountry),
                    ComparisonOperator.NotEqual,
                    Condition.Member(PaymentMember.ToCountry)))
            : null;
}
