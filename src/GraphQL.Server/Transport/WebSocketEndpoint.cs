using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>The protocol <c>graphql-transport-ws</c> over WebSocket: takes the connection, and leaves the rest to <see cref="WebSocketSession"/>.</summary>
internal sealed class WebSocketEndpoint(
    GraphQLEngine engine, TransportOptions options, CallerResolver callers, SocketCounters counters, TimeProvider time)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"Ask for the sub-protocol {Protocol}.", context.RequestAborted);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = Protocol, KeepAliveInterval = options.KeepAlive });
        var session = new WebSocketSession(socket, context, new SocketSetup(engine, options, callers, counters, time));
        await session.RunAsync();
    }
}
