using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Grains.Policies;

/// <summary>Who did something, as it is kept beside policies and drafts.</summary>
internal sealed record StoredActor
{
    /// <summary>What kind of actor.</summary>
    public string Kind { get; init; } = "UNKNOWN";

    /// <summary>Which one.</summary>
    public string Id { get; init; } = "";

    /// <summary>The tenant that the actor belongs to.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>Keeps an actor; from where it came stands in the audit log alone.</summary>
    public static StoredActor Of(AuditActor actor) => new() { Kind = actor.Kind, Id = actor.Id, Tenant = actor.Tenant };

    /// <summary>The actor.</summary>
    public AuditActor Describe() => new(Kind, Id, Tenant, "");
}
