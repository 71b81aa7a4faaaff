using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Whether a list holds a value: <c>country in ["DE", "FR"]</c>, <c>country in @highRisk</c>. False when the value is absent.</summary>
public sealed record InExpression : Expression
{
    internal InExpression(Expression operand, Expression list)
        : base(ValueType.Truth, Math.Max(operand.Depth, list.Depth))
    {
        Operand = operand;
        List = list;
    }

    /// <summary>The value.</summary>
    public Expression Operand { get; }

    /// <summary>A <see cref="ListLiteral"/> or a <see cref="NamedListExpression"/>.</summary>
    public Expression List { get; }

    /// <summary>Whether the list's items are addresses and ranges of addresses, because the value is <c>ipAddress</c>.</summary>
    public bool IsOverAddresses
        => List is ListLiteral && Operand is MemberExpression { Member: Payments.PaymentMember.IpAddress };

    internal override Precedence Precedence => Precedence.Comparison;

    internal override void Write(StringBuilder text)
    {
        Operand.Write(text, Precedence.Sum);
        text.Append(" in ");
        List.Write(text);
    }
}
