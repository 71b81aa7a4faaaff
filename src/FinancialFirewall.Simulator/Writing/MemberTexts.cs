using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>The members of a payment as texts, in the order in which every format has them.</summary>
internal static class MemberTexts
{
    private const int Hundredths = 100;
    private const int DegreeParts = 10_000;

    /// <summary>Names and how each is written; null is absent.</summary>
    public static IReadOnlyList<(string Name, Func<SimulatedPayment, string?> Text)> All { get; } =
    [
        ("transactionReference", static payment => payment.TransactionReference),
        ("initiatedAt", static payment => payment.InitiatedAt.ToString()),
        ("amount", static payment => Amount(payment.AmountMinor)),
        ("currency", static payment => payment.Currency),
        ("fromAccountNumber", static payment => payment.FromAccountNumber),
        ("toAccountNumber", static payment => payment.ToAccountNumber),
        ("customerId", static payment => payment.CustomerId),
        ("paymentType", static payment => payment.PaymentType),
        ("paymentSource", static payment => payment.PaymentSource),
        ("channel", static payment => payment.Channel),
        ("country", static payment => payment.Country),
        ("debtorName", static payment => payment.DebtorName),
        ("creditorName", static payment => payment.CreditorName),
        ("debtorAgent", static payment => payment.DebtorAgent),
        ("creditorAgent", static payment => payment.CreditorAgent),
        ("endToEndId", static payment => payment.EndToEndId),
        ("purposeCode", static payment => payment.PurposeCode),
        ("remittanceInformation", static payment => payment.RemittanceInformation),
        ("ipAddress", static payment => payment.IpAddress),
        ("deviceId", static payment => payment.DeviceId),
        ("userAgent", static payment => payment.UserAgent),
        ("latitude", static payment => payment.Place is { } place ? Degrees(place.Latitude) : null),
        ("longitude", static payment => payment.Place is { } place ? Degrees(place.Longitude) : null),
        ("merchantId", static payment => payment.MerchantId),
        ("merchantCategory", static payment => payment.MerchantCategory),
        ("terminalId", static payment => payment.TerminalId),
        ("cardToken", static payment => payment.CardToken),
        ("entryMode", static payment => payment.EntryMode),
        ("cardPresent", static payment => payment.CardPresent is { } present ? Truth(present) : null),
        ("fromAccountOpenedAt", static payment => payment.FromAccountOpenedAt is { } opened ? Whole(opened) : null),
    ];

    /// <summary>An amount with two decimals.</summary>
    public static string Amount(long minor) => string.Create(CultureInfo.InvariantCulture, $"{minor / Hundredths}.{minor % Hundredths:00}");

    private static string Degrees(int parts)
        => string.Create(CultureInfo.InvariantCulture, $"{(parts < 0 ? "-" : "")}{Math.Abs(parts) / DegreeParts}.{Math.Abs(parts) % DegreeParts:0000}");

    private static string Truth(bool value) => value ? "true" : "false";

    private static string Whole(Instant instant) => new Instant(instant.UnixSeconds * Instant.MicrosecondsPerSecond).ToString();
}
