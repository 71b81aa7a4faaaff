using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Audit;

/// <summary>Which entries somebody wants; what is null does not matter.</summary>
public sealed record AuditQuery
{
    /// <summary>The id of the actor, or its kind.</summary>
    public string? Actor { get; init; }

    /// <summary>The action.</summary>
    public string? Action { get; init; }

    /// <summary>The target, or its kind with the slash behind it.</summary>
    public string? Target { get; init; }

    /// <summary><c>DONE</c> or <c>REFUSED</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The security event; <c>ANY</c> for every entry that is one.</summary>
    public string? SecurityEvent { get; init; }

    /// <summary>At this time or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Before this time.</summary>
    public Instant? Until { get; init; }

    /// <summary>Only entries before this one; null for all.</summary>
    public long? Before { get; init; }

    /// <summary>How many entries at the most.</summary>
    public required int Size { get; init; }
}
