using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Sends payments one at a time or in batches, and takes down what comes back.</summary>
internal sealed class PaymentSender(World world, Random random)
{
    private const string Path = "/api/v1/fraud-risk/assessments";

    private TimeSpan Patience => TimeSpan.FromSeconds(random.Next(10) == 0 ? random.Next(1, 10) : 90);

    /// <summary>Sends one payment.</summary>
    public async Task<Attempt> SendAsync(Payment payment)
    {
        var attempt = Note(new Attempt(payment, world.Step));
        var body = new MemoryStream(Encoding.UTF8.GetBytes(payment.Json));
        var response = await world.Connection.SendAsync("POST", Path, Key(payment.Tenant), "application/json", body, Patience);
        if (response is not null)
        {
            Take(attempt, response.Status, JsonNode.Parse(response.Body)!.AsObject());
        }

        return attempt;
    }

    /// <summary>Sends a batch of one tenant's payments.</summary>
    /// <param name="payments">The payments.</param>
    /// <param name="isCut">Whether the connection breaks in the middle.</param>
    public async Task<IReadOnlyList<Attempt>> SendAsync(IReadOnlyList<Payment> payments, bool isCut)
    {
        var batch = world.NextBatch();
        var attempts = payments.Select((payment, line) => Note(new Attempt(payment, world.Step) { Place = (batch, line) })).ToList();
        var text = Encoding.UTF8.GetBytes(string.Join('\n', payments.Select(static payment => payment.Json)));
        var body = new CutStream(text, random.Next(1, 2_000), isCut ? random.Next(text.Length) : null);
        var response = await world.Connection.SendAsync("POST", Path + "/batch?answer=full", Key(payments[0].Tenant), "application/x-ndjson", body, Patience);
        if (response is { Status: 200 })
        {
            TakeLines(attempts, Encoding.UTF8.GetString(response.Body).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        else if (response is not null)
        {
            attempts.ForEach(attempt => Take(attempt, response.Status, JsonNode.Parse(response.Body)!.AsObject()));
        }

        return attempts;
    }

    /// <summary>Asks for the assessment of a reference or an id.</summary>
    /// <returns>The answer; a null answer with the status, where there is none; nothing where nothing came back.</returns>
    public async Task<(int Status, Answer? Answer)?> FindAsync(int tenant, string what)
    {
        var response = await world.Connection.SendAsync("GET", $"{Path}/{what}", Key(tenant), null, Stream.Null, Patience);
        return response switch
        {
            null => null,
            { Status: 200 } => (200, new Answer(JsonNode.Parse(response.Body)!.AsObject())),
            _ => (response.Status, null),
        };
    }

    private Attempt Note(Attempt attempt)
    {
        (attempt.Payment.Original is null ? null : world.RefundSent)?.Invoke();
        return world.History.Add(attempt);
    }

    private void TakeLines(List<Attempt> attempts, string[] lines)
    {
        if (lines.Length > attempts.Count + 1)
        {
            throw new Violation("answers", string.Create(CultureInfo.InvariantCulture, $"a batch of {attempts.Count} payments got {lines.Length} lines"));
        }

        for (var i = 0; i < Math.Min(lines.Length, attempts.Count); i++)
        {
            var json = JsonNode.Parse(lines[i])!.AsObject();
            Take(attempts[i], json["errors"] is null ? null : 400, json);
        }
    }

    /// <param name="attempt">What was sent.</param>
    /// <param name="status">The status of the answer; null for a line of a batch, which has none.</param>
    /// <param name="json">The answer.</param>
    private void Take(Attempt attempt, int? status, JsonObject json)
    {
        if (status is null or 200 or 201)
        {
            var answer = new Answer(json);
            if (status is not null && answer.IsDuplicate == (status == 201))
            {
                throw new Violation("answers", $"{attempt.Payment} got status {status} and duplicate {answer.IsDuplicate}");
            }

            attempt.Take(answer, world.Step);
            return;
        }

        var errors = json["errors"]!.AsArray();
        attempt.Refuse((string)errors[0]!["code"]!, [.. errors.Select(static error => (string)error!["member"]!)], world.Step);
    }

    private string Key(int tenant) => world.Tenants[tenant].ApiKey;
}
