using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary><c>initiatedAt</c> is from <c>offHoursStart</c> up to, not including, <c>offHoursEnd</c> by the clock of <c>timeZone</c>; hours that begin late go past midnight.</summary>
public static class OffHoursRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "offHours";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(1_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(TimeRules rules)
    {
        if (rules.OffHoursRisk is not true)
        {
            return null;
        }

        var start = rules.OffHoursStart ?? TimeRules.DefaultOffHoursStart;
        var end = rules.OffHoursEnd ?? TimeRules.DefaultOffHoursEnd;
        var hour = Condition.Hour(Condition.Member(PaymentMember.InitiatedAt), TimeConditions.Zone(rules));
        var since = Condition.Compare(hour, ComparisonOperator.GreaterOrEqual, Condition.Number(start));
        var until = Condition.Compare(hour, ComparisonOperator.Less, Condition.Number(end));
        return new Factor(Name, DefaultWeight, start < end ? Condition.And(since, until) : Condition.Or(since, until));
    }
}
