using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Server.Tests.Reference;
using GraphQL.Server.Transport;

namespace GraphQL.Server.Tests.Transport;

/// <summary>What clients see over HTTP, WebSocket and event streams.</summary>
public sealed class TransportTests
{
    private const string Modern = "application/graphql-response+json";

    [Fact]
    public async Task Audits_OfGraphQLOverHttp_AllPass()
    {
        await using var server = await SampleServer.StartAsync();

        var report = JsonNode.Parse(await ReferenceProcess.RunAsync("audit.mjs", server.Url))!;

        Assert.Equal("[]", report["failed"]!.ToJsonString());
        Assert.InRange((int)report["count"]!, 60, 100);
    }

    [Fact]
    public async Task Clients_OfBothKinds_GetEveryEventInOrder()
    {
        await using var server = await SampleServer.StartAsync();

        var answers = JsonNode.Parse(await ReferenceProcess.RunAsync("clients.mjs", server.Url))!;

        foreach (var kind in new[] { "socket", "events" })
        {
            Assert.Equal("""{"results":[{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}]}""", answers[kind]!["count"]!.ToJsonString());
            Assert.Equal("""{"results":[{"data":{"count":1}},{"data":{"count":2}}]}""", answers[kind]!["stopped"]!.ToJsonString());
            Assert.Equal(["Hello, world!"], answers[kind]!["query"]!["results"]!.AsArray().Select(result => (string)result!["data"]!["hello"]!));
            Assert.Equal([2, 4], answers[kind]!["several"]!.AsArray().Select(run => run!["results"]!.AsArray().Count));
        }

        Assert.Equal("""["Cannot query field \u0022nope\u0022 on type \u0022Query\u0022."]""", answers["invalid"]!["error"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{ hello }", Modern, 200, """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("{ nope }", Modern, 400, """{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}]}]}""")]
    [InlineData("{ nope }", "application/json", 200, """{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}]}]}""")]
    [InlineData("{", Modern, 400, """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}]}]}""")]
    [InlineData("subscription { count(to: 1) }", Modern, 400, """{"errors":[{"message":"A subscription is not answered once: use WebSocket or Server-Sent Events."}]}""")]
    public async Task Post_Document_AnswersWithTheStatusOfItsForm(string document, string accept, int status, string body)
    {
        await using var server = await SampleServer.StartAsync();
        using var client = new HttpClient();

        using var response = await client.SendAsync(Post(server, new JsonObject { ["query"] = document }.ToJsonString(), accept));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Post_WhatCannotBeServed_SaysWhy()
    {
        await using var server = await SampleServer.StartAsync(new TransportOptions { MaxBodyBytes = 100 });
        using var client = new HttpClient();

        using var large = await client.SendAsync(Post(server, $$"""{"query":"{ hello }{{new string(' ', 100)}}"}""", Modern));
        using var broken = await client.SendAsync(Post(server, "{", Modern));
        using var typed = await client.SendAsync(Post(server, """{"query":1}""", Modern));
        using var strange = Post(server, """{"query":"{ hello }"}""", Modern);
        strange.Headers.Add("X-Stranger", "1");
        using var stranger = await client.SendAsync(strange);
        using var mutation = await client.GetAsync(new Uri($"{server.Url}?query=mutation%7Btouch%7D"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, typed.StatusCode);
        Assert.Contains("The member \\\"query\\\" has to be a text.", await typed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, mutation.StatusCode);
    }

    [Fact]
    public async Task EventStream_OneMoreThanTheKeyMayHave_IsRefusedUntilAnotherEnds()
    {
        await using var server = await SampleServer.StartAsync(new TransportOptions { MaxConnectionsPerKey = 1 });
        using var client = new HttpClient();
        const string endless = """{"query":"subscription { count(to: 1000000) }"}""";

        using var first = await client.SendAsync(Post(server, endless, "text/event-stream"), HttpCompletionOption.ResponseHeadersRead);
        using var second = await client.SendAsync(Post(server, endless, "text/event-stream"), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    private static HttpRequestMessage Post(SampleServer server, string body, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return request;
    }
}
