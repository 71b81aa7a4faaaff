using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Reviews;

/// <summary>A gateway of its own: what waits here must not depend on other tests' payments.</summary>
public sealed class ReviewEndpointTests : IAsyncLifetime
{
    private const string Root = "/api/v1/fraud-risk";
    private const string Path = Root + "/assessments";

    /// <summary>What the demo policy leaves to a person.</summary>
    private const string Large = "15000.01";

    private RunningGateway? gateway;

    private HttpClient Client => gateway!.Client;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task Decide_PaymentThatWaits_AnswersBothDecisionsFromThenOn()
    {
        var first = await AssessAsync("p-1");
        Assert.Equal(["p-1"], await PendingAsync());

        var answer = await Client.SendAsync("PUT", $"{Path}/{first.Text("id")}/decision", """{"decision":"APPROVE","reason":"known customer"}""", 200);

        Assert.Equal((true, "The decision is APPROVE."), (answer.GetProperty("success").GetBoolean(), answer.Text("message")));
        var found = await Client.SendAsync("GET", $"{Path}/{first.Text("id")}", null, 200);
        Assert.Equal(
            ("APPROVE", first.Text("decision"), "COMPLETED", "known customer", answer.Text("timestamp"), answer.Text("timestamp")),
            (found.Text("decision"), found.Text("initialDecision"), found.Text("status"), found.Text("reviewReason"), found.Text("reviewedAt"), found.Text("updatedAt")));
        Assert.StartsWith("KEY/", found.Text("reviewedBy"), StringComparison.Ordinal);
        Assert.Equal(first.Text("decisionReason"), found.Text("decisionReason"));
        Assert.Equal("APPROVE", (await AssessAsync("p-1")).Text("decision"));
        Assert.Equal("APPROVE", (await Client.SendAsync("GET", $"{Path}?answer=brief", null, 200))[0].Text("decision"));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task Cancel_PaymentThatWaits_IsCancelledForGood()
    {
        var id = (await AssessAsync("p-1")).Text("id");

        await Client.SendAsync("POST", $"{Path}/{id}/cancel", """{"reason":"sent twice"}""", 200);

        var found = await Client.SendAsync("GET", $"{Path}/{id}", null, 200);
        Assert.Equal(("CANCELLED", "sent twice"), (found.Text("status"), found.Text("reviewReason")));
        Assert.Empty(await PendingAsync());
        await AssessAsync("p-2");
        Assert.Equal("p-1", (await Client.SendAsync("GET", $"{Path}?status=CANCELLED", null, 200))[0].Text("transactionReference"));
        Assert.Equal("p-2", (await Client.SendAsync("GET", $"{Path}?status=COMPLETED", null, 200))[0].Text("transactionReference"));
        Assert.Equal(2, (await Client.SendAsync("GET", $"{Path}?status=COMPLETED,CANCELLED", null, 200)).GetArrayLength());
        Assert.Equal("ASSESSMENT_CLOSED", await Client.RefusedAsync("PUT", $"{Path}/{id}/decision", """{"decision":"APPROVE","reason":"late"}""", 409));
        Assert.Equal("ASSESSMENT_CLOSED", await Client.RefusedAsync("POST", $"{Path}/{id}/retry", null, 409));
    }

    [Fact]
    public async Task Decide_SameKeyAgain_ChangesNothingAndIsNotedOnce()
    {
        var id = (await AssessAsync("p-1")).Text("id");

        var first = await DecideAsync(id!, "REJECT", "k-1", 200);
        Assert.Equal(first, await DecideAsync(id!, "REJECT", "k-1", 200));
        Assert.Contains("IDEMPOTENCY_KEY_REUSED", await DecideAsync(id!, "APPROVE", "k-1", 409), StringComparison.Ordinal);

        var entries = await Client.SendAsync("GET", $"/api/v1/audit?target=assessment/{id}", null, 200);
        var entry = Assert.Single(entries.EnumerateArray());
        Assert.Equal(("ASSESSMENT_DECIDED", "REJECT"), (entry.Text("action"), entry.GetProperty("after").Text("decision")));
        Assert.DoesNotContain("reason of", entries.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_PaymentThatWaits_IsCounted()
    {
        var first = await AssessAsync("p-1");
        var id = first.Text("id");

        var answer = await Client.SendAsync("POST", $"{Path}/{id}/retry", null, 200);

        Assert.Equal((id, first.Text("decision"), 1), (answer.Text("id"), answer.Text("decision"), answer.GetProperty("retryCount").GetInt32()));
        Assert.Equal(answer.GetRawText(), (await Client.SendAsync("GET", $"{Path}/{id}", null, 200)).GetRawText());
    }

    [Theory]
    [InlineData("""{"decision":"MAYBE","reason":"r"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"reason":"r"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"decision":"APPROVE"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"decision":"APPROVE","reason":"  "}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"decision":"APPROVE","reason":"r","by":"me"}""", 400, "JSON_MALFORMED")]
    [InlineData("""[]""", 400, "JSON_MALFORMED")]
    public async Task Decide_BadBody_IsRefused(string body, int status, string code)
        => Assert.Equal(code, await Client.RefusedAsync("PUT", $"{Path}/{(await AssessAsync("p-1")).Text("id")}/decision", body, status));

    [Fact]
    public async Task Decide_WhatWaitsForNobody_IsRefused()
    {
        var small = await Client.SendAsync("POST", Path, Payments.Small("p-1"), 201);

        Assert.Equal("ASSESSMENT_FINAL", await Client.RefusedAsync("PUT", $"{Path}/{small.Text("id")}/decision", """{"decision":"REJECT","reason":"r"}""", 409));
        Assert.Equal("ASSESSMENT_UNKNOWN", await Client.RefusedAsync("PUT", $"{Path}/nothing/decision", """{"decision":"REJECT","reason":"r"}""", 404));
    }

    [Fact]
    public async Task Decide_AsService_IsForbidden()
    {
        var id = (await AssessAsync("p-1")).Text("id");
        using var service = gateway!.CreateClient(await gateway.IssueKeyAsync("demo", Roles.Service));

        Assert.Equal("ROLE_MISSING", await service.RefusedAsync("PUT", $"{Path}/{id}/decision", """{"decision":"APPROVE","reason":"r"}""", 403));
    }

    private async Task<string> DecideAsync(string id, string decision, string key, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Path}/{id}/decision");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = new StringContent($$"""{"decision":"{{decision}}","reason":"reason of {{key}}"}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<JsonElement> AssessAsync(string reference)
    {
        using var response = await Client.PostAsync(Path, Payments.Json(Payments.Small(reference, amount: Large)));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    private async Task<IEnumerable<string?>> PendingAsync()
    {
        using var response = await Client.GetAsync($"{Root}/manual-reviews");
        var pending = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(static one => one.Text("transactionReference")).ToList();
        Assert.Equal([$"{pending.Count}"], response.Headers.GetValues("X-Total-Count"));
        return pending;
    }
}
