using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// Finds criteria that can never decide: because nothing can make them hold, or because whatever does makes a more severe one hold too. What depends
/// on the meaning of conditions is not looked into, except where they are spelt alike, <c>true</c> or <c>false</c>.
/// </summary>
internal static class CriterionChecks
{
    public static IEnumerable<PolicyWarning> Check(ReadConfiguration configuration, Score highest, string pointer)
    {
        for (var i = 0; i < configuration.Criteria.Count; i++)
        {
            var criterion = configuration.Criteria[i];
            var name = CriteriaCompiler.NameOf(criterion.Kind);
            var always = configuration.Criteria.Take(i).FirstOrDefault(other => AlwaysHolds(other, configuration));
            var reason = always is not null ? $"{CriteriaCompiler.NameOf(always.Kind)} holds for every payment, and is more severe."
                : CanDecide(criterion, configuration, highest) ? null
                : criterion.Approves ? "its conditions never hold, or it has none."
                : "what makes it hold never comes true, or makes a more severe criterion hold too.";
            if (reason is not null)
            {
                yield return new("CRITERION_NEVER_DECIDES", JsonPointer.Member(pointer, name), $"{name} never decides: {reason}");
            }
        }
    }

    private static bool AlwaysHolds(CompiledCriterion criterion, ReadConfiguration configuration)
        => !criterion.Approves && (criterion.ScoreBound?.TenThousandths == 0 || ConditionsOf(criterion, configuration) is TruthLiteral { Value: true });

    private static bool CanDecide(CompiledCriterion criterion, ReadConfiguration configuration, Score highest)
    {
        if (criterion.Approves)
        {
            return !criterion.IsEmpty && ConditionsOf(criterion, configuration) is not TruthLiteral { Value: false };
        }

        var moreSevere = configuration.Criteria.TakeWhile(other => other.Kind < criterion.Kind).ToList();
        return (criterion.ScoreBound is { } bound && bound <= highest && !moreSevere.Exists(other => other.ScoreBound <= bound))
            || (criterion.Source.MinAmount is { } amount && !moreSevere.Exists(other => other.Source.MinAmount?.BaseAmount <= amount.BaseAmount))
            || (ConditionsOf(criterion, configuration) is { } conditions and not TruthLiteral { Value: false }
                && !moreSevere.Exists(other => conditions.Equals(ConditionsOf(other, configuration))));
    }

    private static Expression? ConditionsOf(CompiledCriterion criterion, ReadConfiguration configuration)
        => criterion.ConditionsIndex < 0 ? null : configuration.Conditions[criterion.ConditionsIndex];
}
