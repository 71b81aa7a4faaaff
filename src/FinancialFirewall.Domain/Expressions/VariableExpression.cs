using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Something that is known of the payment beside its members: <c>riskScore</c>, <c>accountAge</c>.</summary>
public sealed record VariableExpression : Expression
{
    internal VariableExpression(PaymentVariable variable)
        : base(TypeOf(variable), 0) => Variable = variable;

    /// <summary>What.</summary>
    public PaymentVariable Variable { get; }

    /// <summary>Its name in the language.</summary>
    public string Name => NameOf(Variable);

    internal override Precedence Precedence => Precedence.Primary;

    internal static string NameOf(PaymentVariable variable) => variable switch
    {
        PaymentVariable.RiskScore => "riskScore",
        PaymentVariable.AccountAge => "accountAge",
        PaymentVariable.TenantAge => "tenantAge",
        PaymentVariable.DeviceIsNew => "deviceIsNew",
        PaymentVariable.AssessedAt => "assessedAt",
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "There is no such variable."),
    };

    internal override void Write(StringBuilder text) => text.Append(Name);

    private static ValueType TypeOf(PaymentVariable variable) => variable switch
    {
        PaymentVariable.RiskScore => ValueType.Number,
        PaymentVariable.AccountAge or PaymentVariable.TenantAge => ValueType.Duration,
        PaymentVariable.DeviceIsNew => ValueType.Truth,
        PaymentVariable.AssessedAt => ValueType.Time,
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "There is no such variable."),
    };
}
