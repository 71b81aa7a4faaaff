using System.Collections.Concurrent;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Tests.Expressions;

namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>The contract's step (2) and (3), read aloud.</summary>
internal static class NaiveCriteria
{
    private static readonly ConcurrentDictionary<string, Expression> Trees = new(StringComparer.Ordinal);

    public static IEnumerable<(string Decision, string Step, DecisionCriterion Criterion)> All(DecisionCriteria? criteria)
    {
        (string, string, DecisionCriterion?)[] all =
        [
            ("REJECT", "AutoReject", criteria?.AutoReject), ("ESCALATE", "EscalateCriterion", criteria?.Escalate), ("HOLD", "HoldCriterion", criteria?.Hold),
            ("MANUAL_REVIEW", "ManualReviewCriterion", criteria?.ManualReview), ("APPROVE", "AutoApprove", criteria?.AutoApprove),
        ];
        return all.Where(static one => one.Item3 is not null).Select(static one => (one.Item1, one.Item2, one.Item3!));
    }

    /// <summary>The decision, the step, and whether a criterion on the way to it could not be evaluated.</summary>
    public static (string Decision, string Step, bool Missing) Decide(RiskConfiguration configuration, decimal score, NaiveFacts facts)
    {
        if (configuration.DecisionCriteria is null)
        {
            return ByThresholds(configuration.Thresholds, score);
        }

        var missing = false;
        foreach (var (decision, step, criterion) in All(configuration.DecisionCriteria))
        {
            var holds = decision is "APPROVE" ? Approves(criterion, score, facts) : Holds(criterion, score, facts);
            missing |= holds is null;
            if (holds == true)
            {
                return (decision, step, missing);
            }
        }

        return ("MANUAL_REVIEW", "NoCriterion", missing);
    }

    private static (string Decision, string Step, bool Missing) ByThresholds(Thresholds? thresholds, decimal score)
        => score >= (thresholds?.RejectThreshold?.ToDecimal() ?? 0.8m) ? ("REJECT", "RejectThreshold", false)
            : score >= (thresholds?.EscalateThreshold?.ToDecimal() ?? 2m) ? ("ESCALATE", "EscalateThreshold", false)
            : score >= (thresholds?.HoldThreshold?.ToDecimal() ?? 2m) ? ("HOLD", "HoldThreshold", false)
            : score >= (thresholds?.ManualReviewThreshold?.ToDecimal() ?? 0.5m) ? ("MANUAL_REVIEW", "ManualReviewThreshold", false)
            : score <= (thresholds?.ApproveThreshold?.ToDecimal() ?? 0.3m) ? ("APPROVE", "ApproveThreshold", false)
            : ("MANUAL_REVIEW", "BetweenThresholds", false);

    private static bool? Holds(DecisionCriterion criterion, decimal score, NaiveFacts facts)
    {
        List<bool?> ways = [];
        if (criterion.MinRiskScore is { } least)
        {
            ways.Add(score >= least.ToDecimal());
        }

        if (criterion.MinAmount is { } amount)
        {
            ways.Add(Compare(amount, facts, static (left, right) => left >= right));
        }

        if (criterion.Conditions.Count > 0)
        {
            ways.Add(Every(criterion, facts));
        }

        return ways.Contains(true) ? true : ways.Contains(null) ? null : false;
    }

    private static bool? Approves(DecisionCriterion criterion, decimal score, NaiveFacts facts)
    {
        List<bool?> parts = [];
        if (criterion.MaxRiskScore is { } most)
        {
            parts.Add(score <= most.ToDecimal());
        }

        if (criterion.MaxAmount is { } amount)
        {
            parts.Add(Compare(amount, facts, static (left, right) => left <= right));
        }

        if (criterion.Conditions.Count > 0)
        {
            parts.Add(Every(criterion, facts));
        }

        return parts.Count == 0 || parts.Contains(false) ? false : parts.Contains(null) ? null : true;
    }

    private static bool? Every(DecisionCriterion criterion, NaiveFacts facts)
    {
        var all = criterion.Conditions.Select(condition => NaiveInterpreter.Holds(Read(condition.Expression), facts)).ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    private static Expression Read(string text) => Trees.GetOrAdd(text, static one => ExpressionParser.Parse(one).Value);

    private static bool? Compare(AmountThreshold threshold, NaiveFacts facts, Func<decimal, decimal, bool> compare)
    {
        if (threshold.BaseAmount is { } bound)
        {
            return facts["amount"] is decimal amount ? compare(amount, bound) : null;
        }

        var limit = threshold.ByCurrency.FirstOrDefault(pair => string.Equals(pair.Key, (string)facts["currency"]!, StringComparison.Ordinal));
        return limit.Key is not null && compare((decimal)facts["originalAmount"]!, limit.Value);
    }
}
