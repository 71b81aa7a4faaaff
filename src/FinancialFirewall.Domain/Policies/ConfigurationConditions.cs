using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Rules;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Reads the conditions of a configuration: its factors and its criteria.</summary>
internal static class ConfigurationConditions
{
    /// <summary>Reads all of them; each that cannot be read is an error with its line and column.</summary>
    /// <param name="source">The configuration.</param>
    /// <param name="pointer">Where it stands in its document.</param>
    /// <param name="listNames">The lists that conditions may name; null where that is checked later.</param>
    /// <param name="errors">Takes the errors.</param>
    public static ReadConfiguration Read(RiskConfiguration source, string pointer, IReadOnlyCollection<string>? listNames, DocumentErrors errors)
    {
        var factors = FactorsOf(source, JsonPointer.Member(pointer, "riskRules"), listNames, errors);
        var conditions = factors.Select(static factor => factor.Condition).ToList();
        var criteria = new CriteriaCompiler(listNames, errors).Compile(source.DecisionCriteria, JsonPointer.Member(pointer, "decisionCriteria"), conditions);
        return new(source, factors, criteria, conditions);
    }

    /// <summary>
    /// Adds the errors of the conditions to those that the document has already. A condition that the document's own errors are about is not judged twice.
    /// </summary>
    public static void Check(RiskConfiguration source, string pointer, IReadOnlyCollection<string>? listNames, DocumentErrors errors)
    {
        var found = new DocumentErrors();
        Read(source, pointer, listNames, found);
        var places = errors.All.Select(static error => error.Member).ToHashSet(StringComparer.Ordinal);
        foreach (var error in found.All.Where(error => !places.Contains(error.Member)))
        {
            errors.Add(error);
        }
    }

    private static IReadOnlyList<Factor> FactorsOf(RiskConfiguration source, string pointer, IReadOnlyCollection<string>? listNames, DocumentErrors errors)
    {
        if (source.RiskRules is not { } rules)
        {
            return [];
        }

        var factors = source.RiskAssessmentType == RiskAssessmentType.Custom
            ? RuleFamilies.BuildCustom(rules, pointer, listNames)
            : RuleFamilies.Build(rules, pointer, listNames);
        foreach (var error in factors.Errors)
        {
            errors.Add(error);
        }

        return factors.IsSuccess ? factors.Value : [];
    }
}
