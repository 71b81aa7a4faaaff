namespace FinancialFirewall.Grains.Policies;

/// <summary>What is kept about a policy version beside its document, in the commit that accepts it.</summary>
internal sealed record StoredVersion
{
    /// <summary>Its number.</summary>
    public int Version { get; init; }

    /// <summary>When it was accepted, in microseconds since the Unix epoch.</summary>
    public long PublishedMicroseconds { get; init; }

    /// <summary>What it decides by, as lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The length of its document.</summary>
    public int DocumentBytes { get; init; }

    /// <summary>What was done, as in the audit log.</summary>
    public string Action { get; init; } = "";

    /// <summary>What it was done to, as in the audit log.</summary>
    public string Target { get; init; } = "";

    /// <summary>Who made the change.</summary>
    public StoredActor Author { get; init; } = new();

    /// <summary>Who approved it; null where that took nobody.</summary>
    public StoredActor? Approver { get; init; }

    /// <summary>Why, in the author's words; empty where nothing was said.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The earlier version whose contents it has again; 0 for none.</summary>
    public int RestoredVersion { get; init; }

    /// <summary>The draft that it was; null for none.</summary>
    public Guid? Draft { get; init; }
}
