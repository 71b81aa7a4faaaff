using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace FinancialFirewall.Benchmarks.Graph;

/// <summary>Sends payments one after the other on one connection, over REST or over GraphQL, and has whole answers.</summary>
internal sealed class PaymentSender : IDisposable
{
    private const string Fields =
        "id transactionReference status riskScore riskLevel decision initialDecision decisionReason riskFactors { name weight share observed } configurationId policyVersion policyHash degraded fraudCheckEnabled processingTimeMs assessedAt duplicate";

    private readonly HttpClient client = new();
    private readonly Uri address;
    private readonly bool isGraph;

    public PaymentSender(Uri server, string key, bool isGraph)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        address = new Uri(server, isGraph ? "/graphql" : "/api/v1/fraud-risk/assessments");
        this.isGraph = isGraph;
    }

    /// <summary>Sends for a while.</summary>
    /// <returns>What half of the payments took at the most.</returns>
    public async Task<TimeSpan> RunAsync(string prefix, double seconds)
    {
        List<TimeSpan> times = [];
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            using var content = new StringContent(BodyOf($"{prefix}{times.Count}", times.Count % 1_000), Encoding.UTF8, "application/json");
            var sent = Stopwatch.GetTimestamp();
            using var response = await client.PostAsync(address, content);
            var answer = await response.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(sent));
            if (!response.IsSuccessStatusCode || answer.AsSpan().IndexOf("\"errors\""u8) >= 0)
            {
                throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }

    public void Dispose() => client.Dispose();

    private string BodyOf(string reference, int account)
    {
        var payment = $$"""{"transactionReference":"{{reference}}","amount":50.00,"currency":"EUR","fromAccountNumber":"ACC-{{account}}"}""";
        return isGraph ? "{\"query\":\"mutation($p: PaymentInput!) { assessPayment(payment: $p) { " + Fields + " } }\",\"variables\":{\"p\":" + payment + "}}" : payment;
    }
}
