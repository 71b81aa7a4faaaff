using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What the members of a payment mean, for people who write conditions.</summary>
internal static class MemberMeanings
{
    /// <summary>A sentence about a member that conditions can name.</summary>
    public static string Of(PaymentMember member) => member switch
    {
        PaymentMember.TransactionReference => "The payment's reference, unique in the tenant.",
        PaymentMember.FromAccountNumber => "The debtor account; an IBAN without spaces, in upper case.",
        PaymentMember.Amount => "The amount in the tenant's base currency.",
        PaymentMember.Currency => "The currency as it was sent, ISO 4217.",
        PaymentMember.Kind => "What kind of payment it is: \"PAYMENT\", \"REFUND\", \"REVERSAL\" and others.",
        PaymentMember.OriginalTransactionReference => "The reference of the payment that a refund, a reversal, a return or a capture belongs to.",
        PaymentMember.ToAccountNumber => "The creditor account; an IBAN without spaces, in upper case.",
        PaymentMember.CustomerId => "The debtor as the tenant knows it.",
        PaymentMember.PaymentType => "The tenant's payment type.",
        PaymentMember.LocalInstrumentationCode => "The local instrument.",
        PaymentMember.ClearingSystemCode => "The clearing system.",
        PaymentMember.PaymentSource => "Who sent it: \"BANK_CLIENT\" or \"CLEARING_SYSTEM\".",
        PaymentMember.FromCountry => "The debtor account's country, two letters.",
        PaymentMember.ToCountry => "The creditor account's country, two letters.",
        PaymentMember.Country => "Where it was initiated, two letters.",
        PaymentMember.DebtorName => "The debtor's name.",
        PaymentMember.CreditorName => "The creditor's name.",
        PaymentMember.DebtorAgent => "The BIC of the debtor's bank.",
        PaymentMember.CreditorAgent => "The BIC of the creditor's bank.",
        PaymentMember.Uetr => "The unique end-to-end transaction reference, a UUID.",
        PaymentMember.EndToEndId => "The end-to-end identification.",
        PaymentMember.PurposeCode => "The purpose code of ISO 20022.",
        PaymentMember.RemittanceInformation => "What the payment is for, in the debtor's words.",
        PaymentMember.RequestedExecutionDate => "The day on which it is to be executed.",
        PaymentMember.IpAddress => "The IP address it came from.",
        PaymentMember.DeviceId => "The device it was made with.",
        PaymentMember.SessionId => "The session it was made in.",
        PaymentMember.UserAgent => "The program it was made with, as it names itself.",
        PaymentMember.Latitude => "Where it was initiated, in degrees north.",
        PaymentMember.Longitude => "Where it was initiated, in degrees east.",
        PaymentMember.MerchantId => "The merchant.",
        PaymentMember.MerchantCategory => "The merchant's category, four digits.",
        PaymentMember.TerminalId => "The terminal.",
        PaymentMember.CardToken => "A token that stands for the card number.",
        PaymentMember.EntryMode => "How the card was read.",
        PaymentMember.CardPresent => "Whether the card was present.",
        PaymentMember.ThreeDsStatus => "What 3-D Secure said.",
        PaymentMember.Channel => "The channel it came by.",
        PaymentMember.FromAccountOpenedAt => "When the debtor account was opened.",
        PaymentMember.Description => "A text about it.",
        PaymentMember.InitiatedAt => "When it was initiated.",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "Conditions cannot name it."),
    };
}
