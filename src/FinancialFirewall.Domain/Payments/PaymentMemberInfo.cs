using System.Text;
using System.Text.Json;

namespace FinancialFirewall.Domain.Payments;

/// <summary>What is known about a member of a payment.</summary>
public sealed class PaymentMemberInfo
{
    private readonly byte[] utf8;

    internal PaymentMemberInfo(PaymentMember member, string name, PaymentMemberKind kind, int maximumLength)
    {
        Member = member;
        Name = name;
        Kind = kind;
        MaximumLength = maximumLength;
        EncodedName = JsonEncodedText.Encode(name);
        utf8 = Encoding.ASCII.GetBytes(name);
    }

    /// <summary>The member.</summary>
    public PaymentMember Member { get; }

    /// <summary>Its name in JSON, camelCase.</summary>
    public string Name { get; }

    /// <summary>How its value is written and read.</summary>
    public PaymentMemberKind Kind { get; }

    /// <summary>The longest value: characters (Unicode scalar values) of a text in its normal form, bytes of metadata.</summary>
    public int MaximumLength { get; }

    /// <summary>Its name for a JSON writer.</summary>
    public JsonEncodedText EncodedName { get; }

    /// <summary>Its name in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8Name => utf8;

    /// <summary>Whether every payment must have it.</summary>
    public bool IsRequired => Member is PaymentMember.TransactionReference or PaymentMember.Amount or PaymentMember.Currency or PaymentMember.FromAccountNumber;
}
