using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Rules;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Turns <c>decisionCriteria</c> into conditions that follow the factors in a configuration's program.</summary>
/// <param name="listNames">The lists that conditions may name; null where that is checked later.</param>
/// <param name="errors">Takes the error of each condition that cannot be read.</param>
internal sealed class CriteriaCompiler(IReadOnlyCollection<string>? listNames, DocumentErrors errors)
{
    /// <summary>Reads criteria.</summary>
    /// <param name="criteria">The criteria; none where the thresholds decide.</param>
    /// <param name="pointer">Where they stand in the document.</param>
    /// <param name="conditions">The factors' conditions; the criteria's are added to them.</param>
    public IReadOnlyList<CompiledCriterion> Compile(DecisionCriteria? criteria, string pointer, List<Expression> conditions)
    {
        var compiled = new List<CompiledCriterion>();
        Add(CriterionKind.AutoReject, DecisionStep.AutoReject, criteria?.AutoReject);
        Add(CriterionKind.Escalate, DecisionStep.EscalateCriterion, criteria?.Escalate);
        Add(CriterionKind.Hold, DecisionStep.HoldCriterion, criteria?.Hold);
        Add(CriterionKind.ManualReview, DecisionStep.ManualReviewCriterion, criteria?.ManualReview);
        Add(CriterionKind.AutoApprove, DecisionStep.AutoApprove, criteria?.AutoApprove);
        return compiled;

        void Add(CriterionKind kind, DecisionStep step, DecisionCriterion? criterion)
        {
            if (criterion is not null)
            {
                compiled.Add(Compile(kind, step, criterion, JsonPointer.Member(pointer, NameOf(kind)), conditions));
            }
        }
    }

    /// <summary>The criterion's name in a configuration.</summary>
    public static string NameOf(CriterionKind kind) => kind switch
    {
        CriterionKind.AutoReject => "autoReject",
        CriterionKind.Escalate => "escalate",
        CriterionKind.Hold => "hold",
        CriterionKind.ManualReview => "manualReview",
        _ => "autoApprove",
    };

    private CompiledCriterion Compile(
        CriterionKind kind, DecisionStep step, DecisionCriterion criterion, string pointer, List<Expression> conditions)
    {
        var approves = kind == CriterionKind.AutoApprove;
        var amount = approves ? criterion.MaxAmount : criterion.MinAmount;
        var comparison = approves ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual;
        var amountIndex = amount is null ? -1 : Place(AmountConditions.Compare(comparison, amount), conditions);
        var parsed = criterion.Conditions.Select(condition => Parse(condition, pointer)).OfType<Expression>().ToList();
        var conditionsIndex = parsed.Count == 0 ? -1 : Place(Build.And(parsed), conditions);
        return new(criterion, kind, step, approves ? criterion.MaxRiskScore : criterion.MinRiskScore, amountIndex, conditionsIndex);
    }

    private Expression? Parse(CriterionCondition condition, string pointer)
    {
        var parsed = ExpressionParser.Parse(condition.Expression, JsonPointer.Member(pointer, condition.Name), listNames);
        if (parsed.IsSuccess)
        {
            return parsed.Value;
        }

        errors.Add(parsed.Errors[0]);
        return null;
    }

    private static int Place(Expression condition, List<Expression> conditions)
    {
        conditions.Add(condition);
        return conditions.Count - 1;
    }
}
