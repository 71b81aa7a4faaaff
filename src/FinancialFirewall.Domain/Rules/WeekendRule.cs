using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary><c>initiatedAt</c> is on one of <c>weekendDays</c> by the calendar of <c>timeZone</c>.</summary>
public static class WeekendRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "weekend";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(1_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(TimeRules rules)
    {
        var days = rules.WeekendDays ?? TimeRules.DefaultWeekendDays;
        if (rules.WeekendRisk is not true || days.Count == 0)
        {
            return null;
        }

        var weekday = Condition.Weekday(Condition.Member(PaymentMember.InitiatedAt), TimeConditions.Zone(rules));
        return new Factor(Name, DefaultWeight, Condition.In(weekday, Condition.List(days.Select(WeekdayNames.Of))));
    }
}
