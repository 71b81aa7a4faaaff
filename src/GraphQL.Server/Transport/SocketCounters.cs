namespace GraphQL.Server.Transport;

/// <summary>What is counted of the clients over WebSocket, by the key of their callers.</summary>
/// <param name="Connections">Connections that stay open.</param>
/// <param name="Operations">Queries and mutations that are executed.</param>
internal sealed record SocketCounters(ConnectionCounter Connections, ConnectionCounter Operations);
