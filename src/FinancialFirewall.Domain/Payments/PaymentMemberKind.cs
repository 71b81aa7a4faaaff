namespace FinancialFirewall.Domain.Payments;

/// <summary>How the value of a payment's member is written and read.</summary>
public enum PaymentMemberKind
{
    /// <summary>One line of text; card numbers in it are replaced.</summary>
    Text,

    /// <summary>Text that may have several lines; card numbers in it are replaced.</summary>
    FreeText,

    /// <summary>One line of text that is kept exactly as it came, digits included.</summary>
    Reference,

    /// <summary>An IBAN, else any trimmed text; a card number in it is replaced.</summary>
    Account,

    /// <summary>A decimal number or text in the payment's currency.</summary>
    Amount,

    /// <summary>An ISO 4217 code.</summary>
    Currency,

    /// <summary>A <see cref="PaymentKind"/>.</summary>
    Kind,

    /// <summary>A <see cref="Payments.PaymentSource"/>.</summary>
    Source,

    /// <summary>An ISO 3166 alpha-2 code.</summary>
    Country,

    /// <summary>A BIC.</summary>
    Bic,

    /// <summary>A UUID of version 4.</summary>
    Uetr,

    /// <summary>Four digits (ISO 18245).</summary>
    MerchantCategory,

    /// <summary>An IPv4 or IPv6 address.</summary>
    IpAddress,

    /// <summary>A date, <c>2026-03-01</c>.</summary>
    Date,

    /// <summary>An RFC 3339 date and time with an offset.</summary>
    Time,

    /// <summary>Degrees, -90 to 90.</summary>
    Latitude,

    /// <summary>Degrees, -180 to 180.</summary>
    Longitude,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>A JSON object of any content; card numbers in it are replaced.</summary>
    Metadata,
}
