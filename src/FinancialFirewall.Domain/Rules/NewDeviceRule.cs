using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The account never used this device before and has used some other one.</summary>
public static class NewDeviceRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "newDevice";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(2_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(DeviceRules rules)
        => rules.NewDeviceRisk is true ? new Factor(Name, DefaultWeight, Condition.Variable(PaymentVariable.DeviceIsNew)) : null;
}
