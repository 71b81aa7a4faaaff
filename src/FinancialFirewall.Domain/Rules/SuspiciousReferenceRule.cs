using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The whole of <c>transactionReference</c> matches one of <c>suspiciousReferencePatterns</c>.</summary>
public static class SuspiciousReferenceRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "suspiciousReference";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(2_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(PatternRules rules)
        => rules.SuspiciousReferencePatterns is { Count: > 0 } patterns
            ? new Factor(
                Name,
                DefaultWeight,
                Condition.Or(patterns.Select(pattern => Condition.Matches(Condition.Member(PaymentMember.TransactionReference), pattern))))
            : null;
}
