using System.Text;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Says in sentences which step decided, and by which values.</summary>
internal static class DecisionReasons
{
    /// <summary>The longest reason, in characters; what is longer is cut and ends with '…'.</summary>
    public const int MaximumLength = 500;

    /// <summary>The longest error message, in characters.</summary>
    public const int MaximumErrorLength = 1_000;

    /// <summary>The step and its values, and the fallback where it decided.</summary>
    public static string ReasonOf(Explanation explanation)
    {
        var step = StepOf(explanation);
        var missing = Missing(explanation);
        return Cut(missing is null ? step : $"{step} {missing}", MaximumLength);
    }

    /// <summary>What could not be evaluated; nothing where everything could.</summary>
    public static string? ErrorOf(Explanation explanation) => Missing(explanation) is { } missing ? Cut(missing, MaximumErrorLength) : null;

    private static string StepOf(Explanation explanation)
    {
        var outcome = explanation.Outcome;
        return outcome.Step switch
        {
            DecisionStep.ToggleDisabled => Toggle(explanation),
            DecisionStep.NoConfiguration => $"NO_CONFIGURATION: no configuration applies to {Context(explanation.Frame.Payment)}.",
            DecisionStep.BlockList or DecisionStep.AllowList => List(explanation),
            DecisionStep.NoCriterion => $"No criterion of decisionCriteria holds: riskScore {outcome.Score}, {Amount(explanation)}.",
            DecisionStep.RejectThreshold or DecisionStep.EscalateThreshold or DecisionStep.HoldThreshold or DecisionStep.ManualReviewThreshold
                or DecisionStep.ApproveThreshold or DecisionStep.BetweenThresholds => Threshold(explanation),
            _ => Criterion(explanation),
        };
    }

    private static string Toggle(Explanation explanation)
    {
        var toggle = explanation.Policy.Document.Toggles[explanation.Outcome.ToggleIndex];
        var reason = toggle.Reason is { } why ? $": {why}" : ".";
        return $"The fraud check is off: toggle {toggle.Id} of level {EnumNames<ToggleLevel>.Of(toggle.Level)}{reason}";
    }

    private static string Context(PackedPayment payment)
    {
        var text = new StringBuilder($"paymentSource {EnumNames<PaymentSource>.Of(payment.Source)}");
        foreach (var member in (ReadOnlySpan<PaymentMember>)
            [PaymentMember.PaymentType, PaymentMember.LocalInstrumentationCode, PaymentMember.ClearingSystemCode])
        {
            if (payment.Has(member))
            {
                text.Append($", {MemberTypes.NameOf(member)} {Encoding.UTF8.GetString(payment.Text(member))}");
            }
        }

        return text.ToString();
    }

    private static string List(Explanation explanation)
    {
        var list = explanation.Policy.Document.Lists[explanation.Outcome.ListIndex];
        var member = Expressions.Build.Member(list.Member!.Value);
        var entry = explanation.Policy.EntryOf(list, explanation.Frame);
        var reason = entry?.Reason is { } why ? $": {why}" : ".";
        return $"{(list.Mandatory ? "Mandatory " : "")}{EnumNames<ListKind>.Of(list.Kind)} list '{list.Name}' holds {explanation.Observe(member)[0]}{reason}";
    }

    private static string Threshold(Explanation explanation)
    {
        var score = explanation.Outcome.Score;
        var scale = explanation.Configuration!.Thresholds;
        return explanation.Outcome.Step switch
        {
            DecisionStep.RejectThreshold => $"riskScore {score} reaches rejectThreshold {scale.Reject}.",
            DecisionStep.EscalateThreshold => $"riskScore {score} reaches escalateThreshold {scale.Escalate}.",
            DecisionStep.HoldThreshold => $"riskScore {score} reaches holdThreshold {scale.Hold}.",
            DecisionStep.ManualReviewThreshold => $"riskScore {score} reaches manualReviewThreshold {scale.ManualReview}.",
            DecisionStep.ApproveThreshold => $"riskScore {score} is at or below approveThreshold {scale.Approve}.",
            _ => $"riskScore {score} is between approveThreshold {scale.Approve} and manualReviewThreshold {scale.ManualReview}.",
        };
    }

    private static string Criterion(Explanation explanation)
    {
        var outcome = explanation.Outcome;
        var criterion = explanation.Configuration!.Criteria.First(one => one.Step == outcome.Step);
        var parts = new List<string>();
        if (outcome.Parts.HasFlag(CriterionParts.Score))
        {
            parts.Add($"riskScore {outcome.Score} {(criterion.Approves ? "<= maxRiskScore" : ">= minRiskScore")} {criterion.ScoreBound}");
        }

        if (outcome.Parts.HasFlag(CriterionParts.Amount))
        {
            parts.Add(AmountPart(criterion, explanation));
        }

        if (outcome.Parts.HasFlag(CriterionParts.Conditions))
        {
            var conditions = explanation.Configuration.Conditions[criterion.ConditionsIndex];
            var names = string.Join(", ", criterion.Source.Conditions.Select(static condition => condition.Name));
            parts.Add($"{names}: {string.Join(", ", explanation.Observe(conditions))}");
        }

        return $"{CriteriaCompiler.NameOf(criterion.Kind)} holds: {string.Join("; ", parts)}.";
    }

    private static string AmountPart(CompiledCriterion criterion, Explanation explanation)
    {
        var bound = (criterion.Approves ? criterion.Source.MaxAmount : criterion.Source.MinAmount)!;
        var sign = criterion.Approves ? "<= maxAmount" : ">= minAmount";
        if (bound.BaseAmount is { } amount)
        {
            return FormattableString.Invariant($"{Amount(explanation)} {sign} {amount}");
        }

        var currency = explanation.Observe(Expressions.Build.Member(PaymentMember.Currency))[0].Value as string;
        var original = explanation.Observe(Expressions.Build.OriginalAmount)[0];
        var limit = bound.ByCurrency.First(pair => string.Equals(pair.Key, currency, StringComparison.Ordinal)).Value;
        return FormattableString.Invariant($"{original} {currency} {sign} {limit}");
    }

    private static ObservedValue Amount(Explanation explanation) => explanation.Observe(Expressions.Build.Member(PaymentMember.Amount))[0];

    private static string? Missing(Explanation explanation)
    {
        var outcome = explanation.Outcome;
        if (!outcome.IsDegraded)
        {
            return null;
        }

        var source = explanation.Configuration!.Source;
        var sentences = new List<string>();
        if (outcome.Flags.HasFlag(OutcomeFlags.EngineMissing))
        {
            sentences.Add($"The bank's engine{(source.BankFraudApiConfig?.ApiName is { } name ? $" {name}" : "")} did not answer.");
        }

        if (!outcome.Unknown.IsEmpty)
        {
            sentences.Add($"Could not be evaluated: {string.Join(", ", explanation.UnknownFactors())}.");
        }

        if (outcome.Flags.HasFlag(OutcomeFlags.CriterionUnknown))
        {
            sentences.Add("A criterion could not be evaluated.");
        }

        sentences.Add(Fallback(outcome, source));
        return string.Join(' ', sentences);
    }

    private static string Fallback(in Outcome outcome, RiskConfiguration source)
    {
        var reason = source.FallbackConfig?.Reason is { } why ? $": {why}" : ".";
        return outcome.Flags.HasFlag(OutcomeFlags.FallbackDecided)
            ? $"The fallback {EnumNames<Decision>.Of(source.FallbackDecision)} decides, being more severe{reason}"
            : $"The fallback {EnumNames<Decision>.Of(source.FallbackDecision)} is no more severe{reason}";
    }

    private static string Cut(string text, int maximum) => text.Length <= maximum ? text : string.Concat(text.AsSpan(0, maximum - 1), "…");
}
