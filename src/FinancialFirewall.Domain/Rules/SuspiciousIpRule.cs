using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary><c>ipAddress</c> lies in one of <c>suspiciousIpRanges</c>.</summary>
public static class SuspiciousIpRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "suspiciousIp";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(3_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(LocationRules rules)
        => rules.SuspiciousIpRanges is { Count: > 0 } ranges
            ? new Factor(
                Name,
                DefaultWeight,
                Condition.In(Condition.Member(PaymentMember.IpAddress), Condition.List(ranges)))
            : null;
}
