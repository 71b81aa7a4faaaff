using GraphQL.Server.Requests;

namespace GraphQL.Server.Transport;

/// <summary>What every client over WebSocket is served with.</summary>
/// <param name="Engine">What answers.</param>
/// <param name="Options">The limits.</param>
/// <param name="Callers">Says who is calling.</param>
/// <param name="Counters">What is counted of all clients together.</param>
/// <param name="Time">The clock.</param>
internal sealed record SocketSetup(GraphQLEngine Engine, TransportOptions Options, CallerResolver Callers, SocketCounters Counters, TimeProvider Time);
