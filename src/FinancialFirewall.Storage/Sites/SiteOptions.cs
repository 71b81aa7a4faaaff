namespace FinancialFirewall.Storage.Sites;

/// <summary>How a leader works with its follower.</summary>
public sealed record SiteOptions
{
    /// <summary>Whether an answer is given only when the follower has what it says on its disk. Otherwise the follower may be behind.</summary>
    public bool IsSynchronous { get; init; }

    /// <summary>
    /// Whether a synchronous leader whose follower does not acknowledge within <see cref="Patience"/> goes on without it until it has caught up. Otherwise
    /// nothing is answered until the follower does.
    /// </summary>
    public bool FallsBack { get; init; }

    /// <summary>How long a follower may say nothing before that is told, and a leader that falls back does. Default: 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many log files are kept for a follower that is behind; with more it has to copy everything anew. Default: 64, which are 16 GiB.</summary>
    public int MaximumKeptFiles { get; init; } = 64;
}
