using System.Globalization;

namespace FinancialFirewall.Stress.Tests.Payments;

/// <summary>A payment as it is sent.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Account">The account that pays.</param>
/// <param name="Amount">In whole EUR.</param>
/// <param name="Type">Its payment type; null for none.</param>
/// <param name="Original">What it refunds; null for an ordinary payment.</param>
internal sealed record StressPayment(string Reference, string Account, int Amount, string? Type, string? Original)
{
    public string Json => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"transactionReference":"{{Reference}}","fromAccountNumber":"{{Account}}","amount":{{Amount}},"currency":"EUR"{{Member("paymentType", Type)}}{{Member("kind", Original is null ? null : "REFUND")}}{{Member("originalTransactionReference", Original)}}}""");

    private static string Member(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";
}
