using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Simulator.Payments;

/// <summary>One payment of a simulated world, and whether it is fraud. Members are named as the firewall names them; null means absent.</summary>
public sealed record SimulatedPayment
{
    /// <summary>Unique in a run; empty until the run gives it.</summary>
    public string TransactionReference { get; init; } = "";

    /// <summary>When it was initiated.</summary>
    public required Instant InitiatedAt { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>, all of which have two decimals.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Who pays: an IBAN.</summary>
    public required string FromAccountNumber { get; init; }

    /// <summary>Who is paid: an IBAN.</summary>
    public required string ToAccountNumber { get; init; }

    /// <summary>What the bank calls payments of this kind: CARD, TRANSFER, DIRECT_DEBIT, SALARY.</summary>
    public string? PaymentType { get; init; }

    /// <summary>The way it came in: POS, ECOM, MOBILE, WEB, FILE.</summary>
    public string? Channel { get; init; }

    /// <summary>The payer as the bank knows it.</summary>
    public string? CustomerId { get; init; }

    /// <summary>BANK_CLIENT where absent.</summary>
    public string? PaymentSource { get; init; }

    /// <summary>Country in which it was initiated.</summary>
    public string? Country { get; init; }

    /// <summary>The payer's name.</summary>
    public string? DebtorName { get; init; }

    /// <summary>The payee's name.</summary>
    public string? CreditorName { get; init; }

    /// <summary>The payer's bank, BIC.</summary>
    public string? DebtorAgent { get; init; }

    /// <summary>The payee's bank, BIC.</summary>
    public string? CreditorAgent { get; init; }

    /// <summary>The payer's own reference; only where clearing is looked at.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>ISO 20022 purpose.</summary>
    public string? PurposeCode { get; init; }

    /// <summary>What it is for.</summary>
    public string? RemittanceInformation { get; init; }

    /// <summary>IPv4 address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Telephone or computer.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The program on it.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Where, in 1/10,000 of a degree; null where nobody knows.</summary>
    public Place? Place { get; init; }

    /// <summary>The shop.</summary>
    public string? MerchantId { get; init; }

    /// <summary>ISO 18245.</summary>
    public string? MerchantCategory { get; init; }

    /// <summary>The shop's terminal.</summary>
    public string? TerminalId { get; init; }

    /// <summary>Stands for a card number.</summary>
    public string? CardToken { get; init; }

    /// <summary>How the card was read.</summary>
    public string? EntryMode { get; init; }

    /// <summary>Whether the card was there.</summary>
    public bool? CardPresent { get; init; }

    /// <summary>When the payer's account was opened.</summary>
    public Instant? FromAccountOpenedAt { get; init; }

    /// <summary>The fraud scenario that it belongs to; null for a genuine payment.</summary>
    public string? Scenario { get; init; }

    /// <summary>The label: whether it is fraud.</summary>
    public bool IsFraud => Scenario is not null;
}
