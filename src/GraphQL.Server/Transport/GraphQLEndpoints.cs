using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GraphQL.Server.Transport;

/// <summary>Serves an engine at one address: GraphQL over HTTP, Server-Sent Events, and <c>graphql-transport-ws</c> over WebSocket.</summary>
public static class GraphQLEndpoints
{
    /// <summary>Maps the address. WebSockets need <c>UseWebSockets</c> before it.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="engine">Gives what answers, when the first request comes.</param>
    /// <param name="options">How clients are served.</param>
    /// <param name="callers">Says who is calling.</param>
    /// <param name="time">The clock of keep-alives.</param>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder routes, string pattern, Func<GraphQLEngine> engine, TransportOptions options, CallerResolver callers, TimeProvider time)
    {
        var handler = new Lazy<RequestDelegate>(() => Create(engine(), options, callers, time));
        return routes.Map(pattern, (RequestDelegate)(context => handler.Value(context)));
    }

    private static RequestDelegate Create(GraphQLEngine engine, TransportOptions options, CallerResolver callers, TimeProvider time)
    {
        var connections = new ConnectionCounter(options.MaxConnectionsPerKey);
        var operations = new ConnectionCounter(options.MaxOperationsPerKey);
        var events = new EventStreamEndpoint(engine, options, connections, time);
        var http = new HttpEndpoint(engine, options, callers, events, operations);
        var sockets = new WebSocketEndpoint(engine, options, callers, new SocketCounters(connections, operations), time);
        return context => context.WebSockets.IsWebSocketRequest ? sockets.ServeAsync(context) : http.ServeAsync(context);
    }
}
