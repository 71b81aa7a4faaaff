using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Gateway.Bodies;
using static FinancialFirewall.Gateway.Iso20022.MessageField;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Makes a payment of a transaction, the part around it and the message's header. What stands in the transaction goes before what stands around it.</summary>
/// <param name="zone">The clock of times that say no offset.</param>
internal sealed class MessagePayment(ZoneRules zone)
{
    private const string NotProvided = "NOTPROVIDED";
    private const int DateLength = 10;
    private const int RemittanceLength = 1000;
    private const int LongestReference = 256;

    private static readonly (PaymentMember Member, MessageField Field)[] Texts =
    [
        (PaymentMember.FromAccountNumber, DebtorAccount),
        (PaymentMember.ToAccountNumber, CreditorAccount),
        (PaymentMember.Currency, MessageField.Currency),
        (PaymentMember.CustomerId, DebtorId),
        (PaymentMember.PaymentType, ServiceLevel),
        (PaymentMember.LocalInstrumentationCode, LocalInstrument),
        (PaymentMember.ClearingSystemCode, ClearingSystem),
        (PaymentMember.DebtorName, MessageField.DebtorName),
        (PaymentMember.CreditorName, MessageField.CreditorName),
        (PaymentMember.DebtorAgent, MessageField.DebtorAgent),
        (PaymentMember.CreditorAgent, MessageField.CreditorAgent),
        (PaymentMember.Uetr, MessageField.Uetr),
        (PaymentMember.PurposeCode, Purpose),
    ];

    private readonly JsonBody body = new();
    private readonly PaymentClock clock = new(zone);

    /// <summary>The header's fields.</summary>
    public FieldTexts Header { get; } = new();

    /// <summary>The part's fields.</summary>
    public FieldTexts Part { get; } = new();

    /// <summary>The transaction's fields.</summary>
    public FieldTexts Transaction { get; } = new();

    /// <summary>The payment made last, as JSON.</summary>
    public ReadOnlyMemory<byte> Json => body.Written;

    /// <summary>The text of a field that counts: that of the innermost level that has one.</summary>
    public FieldText Find(MessageField field)
    {
        if (!Transaction[field].Text.IsEmpty)
        {
            return Transaction[field];
        }

        return Part[field].Text.IsEmpty ? Header[field] : Part[field];
    }

    /// <summary>The field that a member comes from; none where it comes from several or from nothing.</summary>
    public MessageField FieldOf(string member)
    {
        foreach (var (known, field) in Texts)
        {
            if (string.Equals(PaymentMemberTable.Name(known), member, StringComparison.Ordinal))
            {
                return field;
            }
        }

        return member switch
        {
            "amount" => Amount,
            "endToEndId" => MessageField.EndToEndId,
            "remittanceInformation" => Remittance,
            "requestedExecutionDate" => ExecutionDate,
            "initiatedAt" => Find(AcceptedAt).Text.IsEmpty ? CreatedAt : AcceptedAt,
            "transactionReference" => !Find(MessageField.Uetr).Text.IsEmpty ? MessageField.Uetr : Find(TransactionId).Text.IsEmpty ? MessageId : TransactionId,
            "fromCountry" => DebtorCountry,
            "toCountry" => CreditorCountry,
            _ => MessageField.None,
        };
    }

    /// <summary>Makes the payment.</summary>
    /// <param name="index">The transaction's number in its part, from 1.</param>
    /// <param name="isBetweenBanks">Whether a bank sent it.</param>
    public void Build(int index, bool isBetweenBanks)
    {
        body.Begin();
        AddReference(index);
        AddAmount();
        foreach (var (member, field) in Texts)
        {
            Add(member, Find(field).Text);
        }

        if (isBetweenBanks)
        {
            body.AddText(PaymentMember.PaymentSource, "CLEARING_SYSTEM"u8);
        }

        AddCountry(PaymentMember.FromCountry, DebtorAccount, MessageField.DebtorAgent, DebtorCountry);
        AddCountry(PaymentMember.ToCountry, CreditorAccount, MessageField.CreditorAgent, CreditorCountry);
        var endToEnd = Find(MessageField.EndToEndId).Text;
        Add(PaymentMember.EndToEndId, endToEnd.SequenceEqual(NotProvided) ? default : endToEnd);
        var remittance = Find(Remittance).Text;
        Add(PaymentMember.RemittanceInformation, remittance[..Math.Min(remittance.Length, RemittanceLength)]);
        var date = Find(ExecutionDate).Text;
        Add(PaymentMember.RequestedExecutionDate, date[..Math.Min(date.Length, DateLength)]);
        var accepted = Find(AcceptedAt).Text;
        clock.Add(body, accepted.IsEmpty ? Find(CreatedAt).Text : accepted);
        body.End();
    }

    private void Add(PaymentMember member, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            body.AddText(member, text);
        }
    }

    private void AddReference(int index)
    {
        Span<char> reference = stackalloc char[LongestReference];
        if (Find(MessageField.Uetr).Text is { IsEmpty: false } uetr)
        {
            // The same UETR is the same payment, however its letters are written.
            Add(PaymentMember.TransactionReference, reference[..uetr[..Math.Min(uetr.Length, LongestReference)].ToLowerInvariant(reference)]);
            return;
        }

        if (Find(TransactionId).Text is { IsEmpty: false } identification)
        {
            Add(PaymentMember.TransactionReference, identification);
            return;
        }

        var message = Find(MessageId).Text;
        if (message.IsEmpty || !PartReference.TryWrite(message, Find(PartId).Text, index, reference, out var length))
        {
            Add(PaymentMember.TransactionReference, message);
            return;
        }

        Add(PaymentMember.TransactionReference, reference[..length]);
    }

    /// <summary>XML Schema allows a plus, zeros in front and a bare point, where JSON does not.</summary>
    private void AddAmount()
    {
        var amount = Find(Amount).Text;
        amount = amount.StartsWith("+") ? amount[1..] : amount;
        amount = amount.EndsWith(".") ? amount[..^1] : amount;
        var zeros = amount.IndexOfAnyExcept('0');
        amount = zeros <= 0 ? amount : amount[zeros] == '.' ? amount[(zeros - 1)..] : amount[zeros..];
        if (!amount.StartsWith("."))
        {
            Add(PaymentMember.Amount, amount);
            return;
        }

        Span<char> whole = stackalloc char[FieldText.MaximumLength + 1];
        whole[0] = '0';
        amount.CopyTo(whole[1..]);
        Add(PaymentMember.Amount, whole[..(amount.Length + 1)]);
    }

    /// <summary>An IBAN tells its country. Any other account is where its bank is; where that is not said, where its owner is.</summary>
    private void AddCountry(PaymentMember member, MessageField account, MessageField agent, MessageField owner)
    {
        if (IsIban(Find(account).Text))
        {
            return;
        }

        Span<byte> code = stackalloc byte[CountryTable.CodeLength];
        var bank = Find(agent).Text;
        if (bank.Length is 8 or Bic.MaximumLength && Ascii.FromUtf16(bank.Slice(4, CountryTable.CodeLength), code, out _) == OperationStatus.Done && CountryTable.IsKnown(code))
        {
            body.AddText(member, code);
            return;
        }

        Add(member, Find(owner).Text);
    }

    private static bool IsIban(ReadOnlySpan<char> account)
    {
        const int Longest = 64;
        Span<byte> text = stackalloc byte[Longest];
        Span<byte> compact = stackalloc byte[Longest];
        return account.Length is > 0 and <= Longest && Ascii.FromUtf16(account, text, out var length) == OperationStatus.Done
            && Iban.TryNormalise(text[..length], compact, out _);
    }
}
