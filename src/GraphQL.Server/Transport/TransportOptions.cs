namespace GraphQL.Server.Transport;

/// <summary>How clients are served.</summary>
public sealed record TransportOptions
{
    /// <summary>The most bytes of a request's body, or of one message of a WebSocket.</summary>
    public int MaxBodyBytes { get; init; } = 1 << 20;

    /// <summary>The most connections that stay open, a key of <see cref="Requests.Caller"/>: WebSockets and event streams together.</summary>
    public int MaxConnectionsPerKey { get; init; } = 100;

    /// <summary>The most subscriptions of one WebSocket.</summary>
    public int MaxSubscriptionsPerConnection { get; init; } = 100;

    /// <summary>The most queries and mutations that are executed at once, a key of <see cref="Requests.Caller"/>; one more is refused.</summary>
    public int MaxOperationsPerKey { get; init; } = 128;

    /// <summary>The most answers that wait for a client. Where they do, the source of its answers waits too, and nobody else.</summary>
    public int MaxWaitingAnswers { get; init; } = 256;

    /// <summary>How long a client may leave that many answers unread before it is told, and cut.</summary>
    public TimeSpan MaxStall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a WebSocket that is cut may take to say goodbye before its connection is dropped.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a silent connection is shown to be alive.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a WebSocket may take to introduce itself.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
