using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary><c>userAgent</c> contains one of <c>suspiciousUserAgents</c>, in upper or lower case.</summary>
public static class SuspiciousUserAgentRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "suspiciousUserAgent";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(3_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(DeviceRules rules)
        => rules.SuspiciousUserAgents is { Count: > 0 } parts
            ? new Factor(
                Name,
                DefaultWeight,
                Condition.Or(parts.Select(part => Condition.ContainsIgnoreCase(Condition.Member(PaymentMember.UserAgent), part))))
            : null;
}
