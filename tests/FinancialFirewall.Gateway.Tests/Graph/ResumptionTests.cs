using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;
using FinancialFirewall.Host.Tests.Processes;
using GraphQL.Server.Tests.Reference;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>The clients <c>graphql-ws</c> and <c>graphql-sse</c> over a line that breaks again and again.</summary>
[Collection(GraphCollection.Name)]
public sealed class ResumptionTests(GatewayFixture fixture)
{
    private const int Accounts = 3;
    private const int BeforeTheCut = 6;
    private const int WhileItIsCut = 14;
    private const int Total = 26;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Clients_CutWhileTheyFollow_HearOfEveryPaymentOnceAndInOrder()
    {
        var key = await fixture.Gateway.ProvisionAsync("e-resuming");
        using var payer = fixture.Gateway.CreateClient(key);
        using var line = new CuttableLink(fixture.Gateway.Address);
        var began = (await payer.DataAsync("{ eventCursor }")).Text("eventCursor")!;
        using var clients = await ReferenceProcess.StartAsync("resuming.mjs", line.Address.ToString(), key, began, Total.ToString(CultureInfo.InvariantCulture));
        var heard = new Dictionary<string, List<int>>(StringComparer.Ordinal) { ["socket"] = [], ["events"] = [] };
        try
        {
            await PayAsync(payer, 0, BeforeTheCut);
            await HearAsync(clients, heard, BeforeTheCut);
            line.Cut();
            await PayAsync(payer, BeforeTheCut, WhileItIsCut);
            line.Mend();
            await HearAsync(clients, heard, WhileItIsCut);
            for (var number = WhileItIsCut; number < Total; number++)
            {
                await PayAsync(payer, number, number + 1);
                if (number % 3 == 0)
                {
                    // What is on its way is lost with the line, and has to come again.
                    line.Cut();
                    line.Mend();
                }
            }

            await HearAsync(clients, heard, Total);
            var connections = JsonElement.Parse(await ReadAsync(clients));
            Assert.All(connections.EnumerateObject(), client => Assert.InRange(client.Value.GetInt32(), 2, int.MaxValue));
        }
        finally
        {
            clients.Kill();
        }

        foreach (var numbers in heard.Values)
        {
            Assert.Equal(Enumerable.Range(0, Total), numbers.Order());
            foreach (var account in numbers.GroupBy(static number => number % Accounts))
            {
                Assert.Equal(account.Order(), account);
            }
        }
    }

    /// <summary>Reads what the clients hear until each has heard of so many payments.</summary>
    private static async Task HearAsync(Process clients, Dictionary<string, List<int>> heard, int count)
    {
        while (heard.Values.Any(numbers => numbers.Count < count))
        {
            var line = await ReadAsync(clients);
            var words = line.Split(' ');
            Assert.True(heard.TryGetValue(words[0], out var numbers), line);
            numbers.Add(int.Parse(words[1].AsSpan("RESUME-".Length), CultureInfo.InvariantCulture));
        }
    }

    private static async Task<string> ReadAsync(Process clients)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await clients.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The clients ended early. What they said is on standard error.");
    }

    private static async Task PayAsync(HttpClient payer, int from, int until)
    {
        for (var number = from; number < until; number++)
        {
            using var body = Payments.Json(Payments.Small($"RESUME-{number}", $"ACC-{number % Accounts}"));
            using var answer = await payer.PostAsync("/api/v1/fraud-risk/assessments", body);
            Assert.True(answer.IsSuccessStatusCode);
        }
    }
}
