using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A member of the payment: <c>country</c>. <c>amount</c> is in the tenant's base currency, <c>originalAmount</c> as it was sent.</summary>
public sealed record MemberExpression : Expression
{
    internal MemberExpression(PaymentMember member, bool isOriginalAmount = false)
        : base(MemberTypes.Of(member), 0)
    {
        Member = member;
        IsOriginalAmount = isOriginalAmount;
    }

    /// <summary>The member.</summary>
    public PaymentMember Member { get; }

    /// <summary>Whether it is the amount as it was sent, in the payment's own currency.</summary>
    public bool IsOriginalAmount { get; }

    /// <summary>Its name in the language.</summary>
    public string Name => IsOriginalAmount ? MemberTypes.OriginalAmount : MemberTypes.NameOf(Member);

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text) => text.Append(Name);
}
