namespace FinancialFirewall.Gateway.Limits;

/// <summary>How much the gateway takes on at once. Each limit answers with its own error when it is reached.</summary>
public sealed class GatewayLimits
{
    /// <summary>The largest body of one payment, in bytes.</summary>
    public int MaximumBodyBytes { get; set; } = 1 << 20;

    /// <summary>The longest payment of a batch, in bytes: a line, an element, a row; a longer one is skipped without being kept in memory.</summary>
    public int MaximumLineBytes { get; set; } = 1 << 20;

    /// <summary>The most bytes that one XML message has, unpacked.</summary>
    public long MaximumMessageBytes { get; set; } = 16L << 30;

    /// <summary>The most bytes that one packed input unpacks to.</summary>
    public long MaximumUnpackedBytes { get; set; } = 16L << 30;

    /// <summary>How many times its own bytes a packed input unpacks to at the most.</summary>
    public int MaximumUnpackingRatio { get; set; } = 200;

    /// <summary>How many bytes are unpacked before <see cref="MaximumUnpackingRatio"/> counts: short inputs may be as dense as they like.</summary>
    public long UnpackedBytesOfAnyRatio { get; set; } = 4 << 20;

    /// <summary>How many requests about single payments are answered at once.</summary>
    public int MaximumConcurrentRequests { get; set; } = 512;

    /// <summary>How many requests about single payments wait for their turn before others are turned away.</summary>
    public int MaximumWaitingRequests { get; set; } = 2048;

    /// <summary>How many batches are streamed at once.</summary>
    public int MaximumConcurrentBatches { get; set; } = 16;

    /// <summary>How many groups of lines of one batch are decided at once.</summary>
    public int MaximumGroupsInFlight { get; set; } = 4;

    /// <summary>How many bytes of lines make a group at most, beside the number of payments.</summary>
    public int MaximumGroupBytes { get; set; } = 2 << 20;

    /// <summary>How many bytes of answers wait in memory for a client that still sends and does not read yet.</summary>
    public int MaximumUnreadAnswerBytes { get; set; } = 32 << 20;

    /// <summary>How many connections are open at once.</summary>
    public int MaximumConnections { get; set; } = 10_000;

    /// <summary>How long a batch may be silent before it is ended.</summary>
    public TimeSpan BatchIdleTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a client that still sends is listened to after its batch was ended, so that it can read the last answers.</summary>
    public TimeSpan BatchLingerTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a client may leave a full buffer of answers unread before its connection is closed.</summary>
    public TimeSpan BatchStallTime { get; set; } = TimeSpan.FromMinutes(1);
}
