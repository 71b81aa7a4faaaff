using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Reviews;

/// <summary>A gateway of its own: what waits here must not depend on other tests' payments.</summary>
public sealed class ReviewQueueTests : IAsyncLifetime
{
    private const string Path = "/api/v1/reviews";
    private const string Assessments = "/api/v1/fraud-risk/assessments";

    private RunningGateway? gateway;

    private HttpClient Owner => gateway!.Client;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task List_WhatWaits_IsSortedFilteredAndCounted()
    {
        await AssessAsync("p-1", "15000.01");
        await AssessAsync("p-2", "17000.01");
        await AssessAsync("p-3", "16000.01");

        Assert.Equal(["p-2", "p-3", "p-1"], await ReferencesAsync("?sortBy=amount"));
        Assert.Equal(["p-1", "p-3", "p-2"], await ReferencesAsync("?sortBy=amount&sortDir=asc"));
        Assert.Equal(["p-1", "p-2", "p-3"], await ReferencesAsync("?sortBy=assessedAt"));
        Assert.Equal(["p-3"], await ReferencesAsync("?sortBy=assessedAt&page=2&size=1"));
        Assert.Empty(await ReferencesAsync("?queue=critical"));
        Assert.Equal(3, (await ReferencesAsync("?queue=high&claimedBy=none&overdue=false")).Count);
        var first = (await Owner.SendAsync("GET", $"{Path}?sortBy=amount&size=1", null, 200))[0];
        Assert.Equal(("17000.01", "EUR", JsonValueKind.Null), (first.GetProperty("amount").GetRawText(), first.Text("currency"), first.GetProperty("claimedBy").ValueKind));
        Assert.Equal(first.GetRawText(), (await Owner.SendAsync("GET", $"{Path}/{first.Text("id")}", null, 200)).GetRawText());
        var counts = await Owner.SendAsync("GET", $"{Path}/counts", null, 200);
        Assert.Equal((3, 0, 0, 3, 0), (
            Number(counts, "open"), Number(counts, "overdue"), Number(counts, "claimed"), Number(counts.GetProperty("byLevel"), "HIGH"), Number(counts, "outsideTheQueue")));
    }

    [Fact]
    public async Task Claim_BySomebody_KeepsOthersAwayUntilItIsReleasedOrReassigned()
    {
        var id = await AssessAsync("p-1", "15000.01");
        using var ann = await AnalystAsync();
        using var bob = await AnalystAsync();

        Assert.Equal("p-1", Assert.Single(await ReferencesAsync("?claimedBy=none")));
        Assert.Empty(await ReferencesAsync("?claimedBy=any"));
        await ann.SendAsync("POST", $"{Path}/{id}/claim", """{"minutes":10}""", 200);
        Assert.Empty(await ReferencesAsync("?claimedBy=none"));
        Assert.Equal("p-1", Assert.Single(await ReferencesAsync("?claimedBy=any")));
        var claimed = (await ann.SendAsync("GET", $"{Path}?claimedBy=me", null, 200))[0];
        var first = claimed.Text("claimedBy");
        Assert.Equal("p-1", claimed.Text("transactionReference"));
        Assert.Equal("REVIEW_CLAIMED", await bob.RefusedAsync("POST", $"{Path}/{id}/claim", null, 409));
        Assert.Equal("REVIEW_CLAIMED", await bob.RefusedAsync("PUT", $"{Path}/{id}/decision", """{"decision":"APPROVE","reason":"r"}""", 409));
        Assert.Equal("ROLE_MISSING", await bob.RefusedAsync("POST", $"{Path}/{id}/reassign", """{"assignee":"KEY/bob"}""", 403));

        await ann.SendAsync("POST", $"{Path}/{id}/release", null, 200);
        Assert.Equal("REVIEW_NOT_CLAIMED", await ann.RefusedAsync("POST", $"{Path}/{id}/release", null, 409));
        await bob.SendAsync("POST", $"{Path}/{id}/claim", null, 200);
        var other = (await bob.SendAsync("GET", $"{Path}?claimedBy=me", null, 200))[0].Text("claimedBy");
        Assert.NotEqual(first, other);
        Assert.Equal("ASSIGNEE_UNKNOWN", await Owner.RefusedAsync("POST", $"{Path}/{id}/reassign", """{"assignee":"KEY/nobody"}""", 400));
        await Owner.SendAsync("POST", $"{Path}/{id}/reassign", $$"""{"assignee":"{{first}}","reason":"holiday"}""", 200);
        Assert.Equal(first, (await Owner.SendAsync("GET", Path, null, 200))[0].Text("claimedBy"));
        var reviewers = (await ann.SendAsync("GET", $"{Path}/reviewers", null, 200)).EnumerateArray().Select(static one => one.Text("actor")).ToList();
        Assert.Equal(3, reviewers.Count);
        Assert.Superset(new HashSet<string?> { first, other }, reviewers.ToHashSet());
        await bob.SendAsync("POST", $"{Path}/{id}/notes", """{"text":"called the customer"}""", 200);

        var followUps = (await Owner.SendAsync("GET", $"{Assessments}/{id}", null, 200)).GetProperty("followUps");
        Assert.Equal(["CLAIMED", "UNCLAIMED", "CLAIMED", "CLAIMED", "NOTED"], followUps.EnumerateArray().Select(static one => one.Text("kind")));
        Assert.Equal((first, "holiday"), (followUps[3].Text("assignee"), followUps[3].Text("text")));
    }

    [Fact]
    public async Task Decide_WithFourEyes_TakesTwoPersonsWhoAgree()
    {
        var tenant = await Owner.SendAsync("PATCH", "/api/v1/tenants/demo", """{"reviews":{"fourEyes":true,"highMinutes":5}}""", 200);
        Assert.Equal((true, 5, 1440), (
            tenant.GetProperty("reviews").GetProperty("fourEyes").GetBoolean(), Number(tenant.GetProperty("reviews"), "highMinutes"), Number(tenant.GetProperty("reviews"), "mediumMinutes")));
        var (agreed, split) = (await AssessAsync("p-1", "15000.01"), await AssessAsync("p-2", "16000.01"));
        using var ann = await AnalystAsync();
        using var bob = await AnalystAsync();

        foreach (var id in (string[])[agreed, split])
        {
            Assert.StartsWith("A second person", (await DecideAsync(ann, id, "REJECT")).Text("message"), StringComparison.Ordinal);
        }

        Assert.Equal("SECOND_PERSON_NEEDED", await ann.RefusedAsync("PUT", $"{Path}/{agreed}/decision", """{"decision":"REJECT","reason":"again"}""", 409));
        await DecideAsync(bob, agreed, "REJECT");
        await DecideAsync(bob, split, "APPROVE");

        Assert.Equal("REJECT", (await Owner.SendAsync("GET", $"{Assessments}/{agreed}", null, 200)).Text("decision"));
        Assert.Equal("ESCALATE", (await Owner.SendAsync("GET", Path, null, 200))[0].Text("decision"));
        Assert.Equal(["p-2"], await ReferencesAsync(""));
    }

    [Theory]
    [InlineData("GET", "?queue=all", null, 400, "QUERY_INVALID")]
    [InlineData("GET", "?sortBy=name", null, 400, "QUERY_INVALID")]
    [InlineData("GET", "?state=open", null, 400, "QUERY_UNKNOWN")]
    [InlineData("GET", "/nothing", null, 404, "REVIEW_UNKNOWN")]
    [InlineData("POST", "/nothing/claim", null, 404, "ASSESSMENT_UNKNOWN")]
    [InlineData("POST", "/nothing/claim", """{"minutes":0}""", 404, "ASSESSMENT_UNKNOWN")]
    [InlineData("POST", "/nothing/notes", """{"text":"x","by":"y"}""", 400, "JSON_MALFORMED")]
    public async Task Requests_ThatAreWrong_AreRefused(string method, string path, string? body, int status, string code)
        => Assert.Equal(code, await Owner.RefusedAsync(method, $"{Path}{path}", body, status));

    private static int Number(JsonElement json, string member) => json.GetProperty(member).GetInt32();

    private static Task<JsonElement> DecideAsync(HttpClient client, string id, string decision)
        => client.SendAsync("PUT", $"{Path}/{id}/decision", $$"""{"decision":"{{decision}}","reason":"r"}""", 200);

    private async Task<HttpClient> AnalystAsync() => gateway!.CreateClient(await gateway.IssueKeyAsync("demo", Roles.Analyst));

    /// <summary>Each from an account of its own, so that none counts in the other's windows.</summary>
    private async Task<string> AssessAsync(string reference, string amount)
        => (await Owner.SendAsync("POST", Assessments, Payments.Small(reference, $"ACC-{reference}", amount), 201)).Text("id")!;

    private async Task<IReadOnlyList<string?>> ReferencesAsync(string query)
        => [.. (await Owner.SendAsync("GET", Path + query, null, 200)).EnumerateArray().Select(static one => one.Text("transactionReference"))];
}
