using System.Text.Json;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Requests;
using GraphQL.Server.Schemas;
using GraphQL.Server.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.Server.Tests.Transport;

/// <summary>A server on a free port, with a small schema.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private const string Sdl = "type Query { hello(name: String = \"world\"): String! } type Mutation { touch: Int } type Subscription { count(to: Int!): Int! }";

    private readonly WebApplication app;

    private SampleServer(WebApplication app, string url)
    {
        this.app = app;
        Url = url;
    }

    /// <summary>The address of the endpoint.</summary>
    public string Url { get; }

    public static async Task<SampleServer> StartAsync(TransportOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.UseWebSockets();
        var engine = new GraphQLEngine(Bind(), new EngineOptions(), TimeProvider.System);
        server.MapGraphQL("/graphql", () => engine, options ?? new TransportOptions(), CallerOf, TimeProvider.System);
        await server.StartAsync();
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new SampleServer(server, $"{address}/graphql");
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private static ValueTask<CallerOutcome> CallerOf(HttpContext context, JsonElement? init)
        => ValueTask.FromResult(context.Request.Headers.ContainsKey("X-Stranger") || init?.TryGetProperty("stranger", out _) == true
            ? CallerOutcome.Refused(GraphQLError.Of("Sign in to ask."))
            : CallerOutcome.Of(new Caller("a", MayIntrospect: true, null)));

    private static BoundSchema Bind() => new ResolverMap()
        .Field("Query.hello", context => $"Hello, {context.Arguments.Get<string>("name")}!")
        .Field("Mutation.touch", _ => 1)
        .Events("Subscription.count", context => CountAsync(context.Arguments.Get<int>("to"), context.Cancellation))
        .Bind(SchemaReader.Read(new SourceText(Sdl)));

    private static async IAsyncEnumerable<object?> CountAsync(int to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 1; i <= to; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return i;
            await Task.Delay(1, cancellation);
        }
    }
}
