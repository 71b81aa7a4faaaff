using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary>One of <c>country</c>, <c>fromCountry</c> and <c>toCountry</c> is among <c>highRiskCountries</c>.</summary>
public static class HighRiskCountryRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "highRiskCountry";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(4_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(LocationRules rules)
    {
        if (rules.HighRiskCountries is not { Count: > 0 } countries)
        {
            return null;
        }

        var list = Condition.List(countries);
        PaymentMember[] members = [PaymentMember.Country, PaymentMember.FromCountry, PaymentMember.ToCountry];
        return new Factor(Name, DefaultWeight, Condition.Or(members.Select(member => Condition.In(Condition.Member(member), list))));
    }
}
