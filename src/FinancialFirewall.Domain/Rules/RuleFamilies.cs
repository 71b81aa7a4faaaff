using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Rules;

/// <summary>Makes the factors of a configuration: those of the seven families in the order of the contract's table, then the custom rules.</summary>
public static class RuleFamilies
{
    /// <summary>The names of the families' factors, in order.</summary>
    public static IReadOnlyList<string> FactorNames => FamilyFactors.Names;

    /// <summary>All factors that are switched on, with the weights that hold.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="pointer">Where they stand in their document, for the errors: <c>/configurations/0/riskRules</c>.</param>
    /// <param name="listNames">The lists that custom rules may name; null where that is checked later.</param>
    /// <returns>The factors, or the error of every custom rule that cannot be read.</returns>
    public static Result<IReadOnlyList<Factor>> Build(RiskRules rules, string pointer = "", IReadOnlyCollection<string>? listNames = null)
    {
        var errors = new DocumentErrors();
        IReadOnlyList<Factor> factors = [.. Families(rules).Select(factor => Weighted(factor, rules)), .. Custom(rules, pointer, listNames, errors)];
        return errors.Outcome(factors);
    }

    /// <summary>Only the custom rules that are switched on, as a CUSTOM configuration runs them.</summary>
    /// <inheritdoc cref="Build"/>
    public static Result<IReadOnlyList<Factor>> BuildCustom(RiskRules rules, string pointer = "", IReadOnlyCollection<string>? listNames = null)
    {
        var errors = new DocumentErrors();
        IReadOnlyList<Factor> factors = [.. Custom(rules, pointer, listNames, errors)];
        return errors.Outcome(factors);
    }

    private static IEnumerable<Factor> Families(RiskRules rules)
    {
        Factor?[] factors =
        [
            Of(rules.AmountRules, HighAmountRule.Build),
            Of(rules.AmountRules, VeryHighAmountRule.Build),
            Of(rules.AmountRules, RoundAmountRule.Build),
            Of(rules.FrequencyRules, HighDailyFrequencyRule.Build),
            Of(rules.FrequencyRules, HighWeeklyFrequencyRule.Build),
            Of(rules.FrequencyRules, HighDailyAmountRule.Build),
            Of(rules.FrequencyRules, HighWeeklyAmountRule.Build),
            Of(rules.LocationRules, HighRiskCountryRule.Build),
            Of(rules.LocationRules, SuspiciousIpRule.Build),
            Of(rules.TimeRules, OffHoursRule.Build),
            Of(rules.TimeRules, WeekendRule.Build),
            Of(rules.AccountRules, NewAccountRule.Build),
            Of(rules.AccountRules, CrossBorderRule.Build),
            Of(rules.DeviceRules, NewDeviceRule.Build),
            Of(rules.DeviceRules, SuspiciousUserAgentRule.Build),
            Of(rules.PatternRules, SuspiciousReferenceRule.Build),
            Of(rules.PatternRules, SuspiciousDescriptionRule.Build),
        ];
        return factors.OfType<Factor>();
    }

    private static Factor? Of<T>(T? family, Func<T, Factor?> build)
        where T : class
        => family is null ? null : build(family);

    private static IEnumerable<Factor> Custom(RiskRules rules, string pointer, IReadOnlyCollection<string>? listNames, DocumentErrors errors)
    {
        var customRules = rules.CustomRules ?? [];
        for (var i = 0; i < customRules.Count; i++)
        {
            var place = JsonPointer.Member(JsonPointer.Item(JsonPointer.Member(pointer, "customRules"), i), "expression");
            var condition = ExpressionParser.Parse(customRules[i].Expression, place, listNames);
            if (!condition.IsSuccess)
            {
                errors.Add(condition.Errors[0]);
            }
            else if (customRules[i].IsEnabled)
            {
                yield return Weighted(new Factor(customRules[i].Name, customRules[i].Weight, condition.Value), rules);
            }
        }
    }

    private static Factor Weighted(Factor factor, RiskRules rules)
    {
        foreach (var (name, weight) in rules.Weights ?? [])
        {
            if (string.Equals(name, factor.Name, StringComparison.Ordinal))
            {
                return factor with { Weight = weight };
            }
        }

        return factor;
    }
}
