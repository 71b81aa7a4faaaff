using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Audit;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>What is kept of a tenant.</summary>
public sealed record TenantState : IAudited
{
    /// <summary>When it was created, in microseconds since the Unix epoch.</summary>
    public long SinceMicroseconds { get; init; }

    /// <summary>The secret that turns card numbers into tokens.</summary>
    public byte[] CardKey { get; init; } = [];

    /// <summary>How many years its records are kept.</summary>
    public int RetentionYears { get; init; } = TenantGrain.DefaultRetentionYears;

    /// <summary>What people call it; empty for its id.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it works.</summary>
    public TenantStatus Status { get; init; } = TenantStatus.Active;

    /// <summary>Why its status is what it is.</summary>
    public string StatusReason { get; init; } = "";

    /// <summary>Since when, in microseconds since the Unix epoch; 0 since it was created.</summary>
    public long StatusMicroseconds { get; init; }

    /// <summary>The most API keys that may be good at once.</summary>
    public int MaximumApiKeys { get; init; } = TenantGrain.MaximumApiKeys;

    /// <summary>Whether a change of its policy takes a second person.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>Whether everybody who signs in needs a second factor.</summary>
    public bool IsSecondFactorRequired { get; init; }

    /// <summary>How it reviews what waits for a person.</summary>
    public ReviewSettings Reviews { get; init; } = new();

    /// <inheritdoc/>
    AuditNote? IAudited.Change => Change;

    /// <summary>What the change to this state is about; not kept in it.</summary>
    internal AuditNote? Change { get; init; }

    /// <summary>The API keys, oldest first.</summary>
    public IReadOnlyList<TenantApiKey> ApiKeys { get; init; } = [];
}
