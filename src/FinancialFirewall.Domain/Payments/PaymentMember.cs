namespace FinancialFirewall.Domain.Payments;

/// <summary>The members of a payment. The numbers are bits of the packed form's presence map, are kept on disk and never change; 0 to 63.</summary>
public enum PaymentMember : byte
{
    /// <summary>1 to 100 characters, unique in a tenant.</summary>
    TransactionReference = 0,

    /// <summary>The debtor account.</summary>
    FromAccountNumber = 1,

    /// <summary>The amount.</summary>
    Amount = 2,

    /// <summary>ISO 4217 code.</summary>
    Currency = 3,

    /// <summary>What kind of payment it is.</summary>
    Kind = 4,

    /// <summary>The payment that a refund, reversal, return or capture belongs to.</summary>
    OriginalTransactionReference = 5,

    /// <summary>The creditor account.</summary>
    ToAccountNumber = 6,

    /// <summary>The debtor as the tenant knows it.</summary>
    CustomerId = 7,

    /// <summary>The tenant's payment type.</summary>
    PaymentType = 8,

    /// <summary>The local instrument.</summary>
    LocalInstrumentationCode = 9,

    /// <summary>The clearing system.</summary>
    ClearingSystemCode = 10,

    /// <summary>Who sent it.</summary>
    PaymentSource = 11,

    /// <summary>The debtor account's country, ISO 3166 alpha-2.</summary>
    FromCountry = 12,

    /// <summary>The creditor account's country, ISO 3166 alpha-2.</summary>
    ToCountry = 13,

    /// <summary>Where it was initiated, ISO 3166 alpha-2.</summary>
    Country = 14,

    /// <summary>The debtor's name.</summary>
    DebtorName = 15,

    /// <summary>The creditor's name.</summary>
    CreditorName = 16,

    /// <summary>The debtor's bank, BIC.</summary>
    DebtorAgent = 17,

    /// <summary>The creditor's bank, BIC.</summary>
    CreditorAgent = 18,

    /// <summary>Unique end-to-end transaction reference, UUID.</summary>
    Uetr = 19,

    /// <summary>End-to-end identification.</summary>
    EndToEndId = 20,

    /// <summary>ISO 20022 purpose code.</summary>
    PurposeCode = 21,

    /// <summary>Remittance information.</summary>
    RemittanceInformation = 22,

    /// <summary>Requested execution date.</summary>
    RequestedExecutionDate = 23,

    /// <summary>IP address in canonical form.</summary>
    IpAddress = 24,

    /// <summary>Device.</summary>
    DeviceId = 25,

    /// <summary>Session.</summary>
    SessionId = 26,

    /// <summary>User agent.</summary>
    UserAgent = 27,

    /// <summary>Degrees north.</summary>
    Latitude = 28,

    /// <summary>Degrees east.</summary>
    Longitude = 29,

    /// <summary>Merchant.</summary>
    MerchantId = 30,

    /// <summary>Merchant category code.</summary>
    MerchantCategory = 31,

    /// <summary>Terminal.</summary>
    TerminalId = 32,

    /// <summary>Token that stands for a card number.</summary>
    CardToken = 33,

    /// <summary>How the card was read.</summary>
    EntryMode = 34,

    /// <summary>Whether the card was present.</summary>
    CardPresent = 35,

    /// <summary>3-D Secure status.</summary>
    ThreeDsStatus = 36,

    /// <summary>Channel.</summary>
    Channel = 37,

    /// <summary>When the debtor account was opened.</summary>
    FromAccountOpenedAt = 38,

    /// <summary>Free text.</summary>
    Description = 39,

    /// <summary>When it was initiated.</summary>
    InitiatedAt = 40,

    /// <summary>The caller's own JSON object, kept as it came.</summary>
    Metadata = 41,
}
