using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>What is known about one published policy version.</summary>
/// <param name="Number">1 for the first, one more for each.</param>
/// <param name="PublishedAt">When it was accepted.</param>
/// <param name="IsInForce">Whether it decides now.</param>
public sealed record PublishedVersion(int Number, Instant PublishedAt, bool IsInForce)
{
    /// <summary>What it decides by, as lower-case hex; empty where that was not kept.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What was done, as in the audit log; empty where that was not kept.</summary>
    public string Action { get; init; } = "";

    /// <summary>What it was done to, as in the audit log; empty where that was not kept.</summary>
    public string Target { get; init; } = "";

    /// <summary>Who made the change; of kind UNKNOWN where that was not kept.</summary>
    public AuditActor Author { get; init; } = AuditActor.Unknown("");

    /// <summary>Who approved it; null where that took nobody.</summary>
    public AuditActor? Approver { get; init; }

    /// <summary>Why, for people; empty where nothing was said.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The earlier version whose contents it has again; 0 for none.</summary>
    public int RestoredVersion { get; init; }

    /// <summary>The draft that it was; null for none.</summary>
    public Guid? Draft { get; init; }
}
