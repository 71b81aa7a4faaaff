using System.Text;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>Payments as clients send them.</summary>
internal static class Payments
{
    /// <summary>A small payment that the demo policy approves.</summary>
    public static string Small(string reference, string account = "ACC-1", string amount = "50.00")
        => $$"""{"transactionReference":"{{reference}}","amount":"{{amount}}","currency":"EUR","fromAccountNumber":"{{account}}"}""";

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public static StringContent Lines(string body) => new(body, Encoding.UTF8, "application/x-ndjson");
}
