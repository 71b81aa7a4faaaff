using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Subscriptions: what happened is heard of once, in order, also by who comes back.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphEventTests(GatewayFixture fixture)
{
    [Fact]
    public async Task Assessments_ResumedAtEveryEvent_GiveExactlyTheRest()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("e-assessments"));
        var began = await BeginAsync(client);
        for (var i = 0; i < 12; i++)
        {
            await PayAsync(client, $"R-{i}", $"ACC-{i % 4}", 10m);
            if (i % 5 == 0)
            {
                await client.DataAsync($$"""mutation { switchFraudCheck(context: { paymentType: "T{{i}}" }) { id } }""");
            }
        }

        var all = await TakeAsync(client, Live, began, 12);

        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"R-{i}").Order(StringComparer.Ordinal), all.Select(one => one.Name).Order(StringComparer.Ordinal));
        for (var i = 0; i < all.Count - 1; i++)
        {
            var rest = await TakeAsync(client, Live, all[i].Cursor, all.Count - i - 1);
            Assert.Equal(all.Skip(i + 1).Select(one => one.Name).Order(StringComparer.Ordinal), rest.Select(one => one.Name).Order(StringComparer.Ordinal));
            foreach (var account in rest.GroupBy(one => Number(one.Name) % 4))
            {
                Assert.Equal(account.Select(one => Number(one.Name)).Order(), account.Select(one => Number(one.Name)));
            }
        }
    }

    [Fact]
    public async Task Assessments_FromTheCursorThatWasAskedFor_AreThoseThatCameAfterIt()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("e-cursor"));
        await PayAsync(client, "before", "ACC-1", 10m);

        var cursor = (await client.DataAsync("{ eventCursor }")).Text("eventCursor");
        await PayAsync(client, "after", "ACC-1", 10m);
        await PayAsync(client, "after that", "ACC-2", 10m);

        var told = await TakeAsync(client, Live, cursor!, 2);
        Assert.Equal(["after", "after that"], told.Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Alerts_PaymentsOfSeveralLevels_AreRaisedByTheCriticalOneAlone()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("e-alerts"));
        var began = await BeginAsync(client);
        await PayAsync(client, "small", "ACC-1", 5m);
        await PayAsync(client, "huge", "ACC-2", 10_000_000m, ("country", "KP"), ("toCountry", "IR"));
        await PayAsync(client, "last", "ACC-3", 5m);

        var raised = await FirstAsync(client, $"subscription {{ alerts(after: \"{began}\") {{ severity assessment {{ transactionReference }} }} }}");
        var chosen = await FirstAsync(client, $"subscription {{ alerts(after: \"{began}\", severities: [CRITICAL]) {{ cursor severity assessment {{ transactionReference riskLevel }} }} }}");

        Assert.Equal("""{"data":{"alerts":{"severity":"CRITICAL","assessment":{"transactionReference":"huge"}}}}""", raised.GetRawText());
        Assert.Contains("\"riskLevel\":\"CRITICAL\"", chosen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(3, (await TakeAsync(client, Live, began, 3)).Count);
    }

    [Fact]
    public async Task Assessments_WithAFilter_GiveWhatFitsAlone()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("e-filters"));
        var began = await BeginAsync(client);
        await PayAsync(client, "one", "ACC-1", 5m);
        await PayAsync(client, "two", "ACC-2", 5m);
        await PayAsync(client, "three", "ACC-1", 5m);
        var configuration = (await client.DataAsync("{ policy { configurations { id } } }")).GetProperty("policy").GetProperty("configurations")[0].Text("id");

        const string document = "subscription($after: String, $filter: AssessmentEventFilter) { assessments(after: $after, filter: $filter) { cursor assessment { transactionReference } } }";
        var found = new List<string>();
        await foreach (var answer in client.SubscribeAsync(document, new { after = began, filter = new { fromAccountNumber = "ACC-1", configurationId = configuration, decisions = new[] { "APPROVE" } } }))
        {
            found.Add(answer.GetProperty("data").GetProperty("assessments").GetProperty("assessment").Text("transactionReference")!);
            if (found.Count == 2)
            {
                break;
            }
        }

        Assert.Equal(["one", "three"], found);
    }

    [Fact]
    public async Task ToggleChanged_ResumedAtEveryEvent_GivesExactlyTheRest()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("e-toggles"));
        await client.DataAsync("""mutation { createToggle(toggle: { paymentType: "FIRST", isEnabled: true }) { id } }""");
        var began = (await ChangesAsync(client, FirstOf("toggles/e-toggles"), 3))[2];
        Assert.Equal("CREATED FIRST", began.Name);
        var id = (await client.DataAsync("""mutation { createToggle(toggle: { paymentType: "A", isEnabled: true }) { id } }""")).GetProperty("createToggle").Text("id");
        await client.DataAsync("""mutation { switchFraudCheck(isEnabled: false, context: { paymentType: "A" }) { id } }""");
        await client.DataAsync("""mutation { switchFraudCheck(isEnabled: false, context: { paymentType: "B" }) { id } }""");
        await client.DataAsync("mutation($id: UUID!) { deleteToggle(id: $id) { id } }", new { id });

        var all = await ChangesAsync(client, began.Cursor, 4);

        Assert.Equal(["CREATED A", "CHANGED A", "CREATED B", "DELETED A"], all.Select(one => one.Name));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(all.Skip(i + 1), await ChangesAsync(client, all[i].Cursor, 3 - i));
        }
    }

    [Fact]
    public async Task ConfigurationChanged_FromTheBeginning_HasTheConfigurationsOfTheFirstVersion()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("e-configurations"));
        var named = (await client.DataAsync("{ policy { configurations { configurationName } } }")).GetProperty("policy").GetProperty("configurations")[0].Text("configurationName");

        var first = await FirstAsync(client, "subscription { configurationChanged(after: \"" + FirstOf("configurations/e-configurations") + "\") { change policyVersion configuration { configurationName } } }");

        Assert.Equal(
            $$$"""{"change":"CREATED","policyVersion":1,"configuration":{"configurationName":"{{{named}}}"}}""",
            first.GetProperty("data").GetProperty("configurationChanged").GetRawText());
    }

    [Theory]
    [InlineData("assessments")]
    [InlineData("toggleChanged")]
    public async Task Cursor_OfAnotherTenant_IsRefused(string field)
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync($"e-mine-{field.ToLowerInvariant()}"));
        using var other = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync($"e-theirs-{field.ToLowerInvariant()}"));
        var theirs = field is "assessments" ? await BeginAsync(other) : FirstOf($"toggles/e-theirs-{field.ToLowerInvariant()}");

        var answer = await FirstAsync(client, $"subscription {{ {field}(after: \"{theirs}\") {{ cursor }} }}");

        Assert.Equal("CURSOR_INVALID", answer.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    private const string Live = "subscription($after: String) { assessments(after: $after) { cursor assessment { transactionReference } } }";

    /// <summary>A cursor from which on everything is told that is paid behind it.</summary>
    internal static async Task<string> BeginAsync(HttpClient client)
    {
        await using var events = client.SubscribeAsync(Live).GetAsyncEnumerator();
        var first = events.MoveNextAsync().AsTask();
        for (var i = 0; !first.IsCompleted; i++)
        {
            await PayAsync(client, $"begin-{i}", "BEGIN", 1m);
        }

        Assert.True(await first);

        // Payments of before may still come behind this event: the last of them has nothing behind it.
        var last = events.Current.GetProperty("data").GetProperty("assessments");
        var total = (await client.DataAsync("{ assessments(first: 1) { nodes { transactionReference } } }")).GetProperty("assessments").GetProperty("nodes")[0].Text("transactionReference");
        while (last.GetProperty("assessment").Text("transactionReference") != total)
        {
            Assert.True(await events.MoveNextAsync());
            last = events.Current.GetProperty("data").GetProperty("assessments");
        }

        return last.Text("cursor")!;
    }

    private static string FirstOf(string list) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes($"{list} 0"));

    private static int Number(string name) => int.Parse(name.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task PayAsync(HttpClient client, string transactionReference, string fromAccountNumber, decimal amount, params (string Name, string Value)[] others)
    {
        var payment = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["transactionReference"] = transactionReference, ["fromAccountNumber"] = fromAccountNumber, ["amount"] = amount, ["currency"] = "EUR",
        };
        Array.ForEach(others, other => payment[other.Name] = other.Value);
        await client.DataAsync("mutation($payment: PaymentInput!) { assessPayment(payment: $payment) { id } }", new { payment });
    }

    private static async Task<List<(string Name, string Cursor)>> TakeAsync(HttpClient client, string document, string after, int count)
    {
        var taken = new List<(string, string)>();
        await foreach (var answer in client.SubscribeAsync(document, new { after }))
        {
            var happened = answer.GetProperty("data").GetProperty("assessments");
            taken.Add((happened.GetProperty("assessment").Text("transactionReference")!, happened.Text("cursor")!));
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }

    private static async Task<List<(string Name, string Cursor)>> ChangesAsync(HttpClient client, string after, int count)
    {
        var taken = new List<(string, string)>();
        await foreach (var answer in client.SubscribeAsync("subscription($after: String) { toggleChanged(after: $after) { cursor change toggle { paymentType } } }", new { after }))
        {
            var happened = answer.GetProperty("data").GetProperty("toggleChanged");
            taken.Add(($"{happened.Text("change")} {happened.GetProperty("toggle").Text("paymentType")}", happened.Text("cursor")!));
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }

    private static async Task<JsonElement> FirstAsync(HttpClient client, string document)
    {
        await foreach (var answer in client.SubscribeAsync(document))
        {
            return answer;
        }

        throw new InvalidOperationException($"{document} ended without an event.");
    }
}
