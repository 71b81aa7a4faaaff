using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Configurations;

/// <summary><c>decisionCriteria</c> as JSON.</summary>
internal static class DecisionCriteriaDocument
{
    private const string ConditionPrefix = "condition_";
    private const int MaximumNameLength = 100;

    /// <summary>The criteria of a configuration; null where there are none, an empty object included.</summary>
    internal static DecisionCriteria? ReadFrom(DocumentObject configuration)
        => configuration.Child("decisionCriteria", Read) is { } criteria && criteria != new DecisionCriteria() ? criteria : null;

    internal static void Write(DocumentWriter writer, DecisionCriteria criteria)
    {
        writer.Child("autoReject", criteria.AutoReject, Write);
        writer.Child("escalate", criteria.Escalate, Write);
        writer.Child("hold", criteria.Hold, Write);
        writer.Child("manualReview", criteria.ManualReview, Write);
        writer.Child("autoApprove", criteria.AutoApprove, Write);
    }

    private static DecisionCriteria Read(DocumentObject document)
    {
        var criteria = new DecisionCriteria
        {
            AutoReject = document.Child("autoReject", ReadMinima),
            Escalate = document.Child("escalate", ReadMinima),
            Hold = document.Child("hold", ReadMinima),
            ManualReview = document.Child("manualReview", ReadMinima),
            AutoApprove = document.Child("autoApprove", ReadMaxima),
        };
        document.Close();
        return criteria;
    }

    private static DecisionCriterion ReadMinima(DocumentObject document)
    {
        var criterion = new DecisionCriterion
        {
            MinRiskScore = document.Score("minRiskScore"),
            MinAmount = document.Amount("minAmount"),
            Conditions = ReadConditions(document),
        };
        document.Close(static name => name is "maxRiskScore" or "maxAmount"
            ? "Only autoApprove has maxima; use 'minRiskScore', 'minAmount' or 'condition_…'."
            : null);
        CheckNotEmpty(document, "'minRiskScore', 'minAmount' or a 'condition_…'");
        return criterion;
    }

    private static DecisionCriterion ReadMaxima(DocumentObject document)
    {
        var criterion = new DecisionCriterion
        {
            MaxRiskScore = document.Score("maxRiskScore"),
            MaxAmount = document.Amount("maxAmount"),
            Conditions = ReadConditions(document),
        };
        document.Close(static name => name is "minRiskScore" or "minAmount"
            ? "autoApprove has maxima; use 'maxRiskScore', 'maxAmount' or 'condition_…'."
            : null);
        CheckNotEmpty(document, "'maxRiskScore', 'maxAmount' or a 'condition_…'");
        return criterion;
    }

    private static List<CriterionCondition> ReadConditions(DocumentObject document)
    {
        var conditions = new List<CriterionCondition>();
        foreach (var name in document.Names.Where(static name => name.StartsWith(ConditionPrefix, StringComparison.Ordinal)).ToList())
        {
            if (name.Length == ConditionPrefix.Length || name.Length > MaximumNameLength)
            {
                document.Ignore(name);
                document.Refuse(name, "NAME_INVALID", name, $"'condition_' is followed by a name; at most {MaximumNameLength} characters in all.");
            }
            else if (document.Text(name, ExpressionSource.MaximumLength) is { } expression)
            {
                conditions.Add(new CriterionCondition(name, expression));
            }
        }

        if (conditions.Count > DecisionCriterion.MaximumConditions)
        {
            var message = $"There are {conditions.Count} conditions; at most {DecisionCriterion.MaximumConditions} are accepted.";
            document.Errors.Add("TOO_MANY", document.Pointer, "", message);
        }

        return conditions;
    }

    // An empty criterion would hold always or never, and nobody who wrote it meant either.
    private static void CheckNotEmpty(DocumentObject document, string expected)
    {
        if (document.Names.Count == 0)
        {
            document.Errors.Add("CRITERION_EMPTY", document.Pointer, "", $"A criterion states at least one of {expected}.");
        }
    }

    private static void Write(DocumentWriter writer, DecisionCriterion criterion)
    {
        writer.Score("minRiskScore", criterion.MinRiskScore);
        writer.Amount("minAmount", criterion.MinAmount);
        writer.Score("maxRiskScore", criterion.MaxRiskScore);
        writer.Amount("maxAmount", criterion.MaxAmount);
        foreach (var condition in criterion.Conditions)
        {
            writer.Text(condition.Name, condition.Expression);
        }
    }
}
