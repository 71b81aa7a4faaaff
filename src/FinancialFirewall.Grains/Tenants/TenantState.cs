namespace FinancialFirewall.Grains.Tenants;

/// <summary>What is kept of a tenant.</summary>
public sealed record TenantState
{
    /// <summary>When it was created, in microseconds since the Unix epoch.</summary>
    public long SinceMicroseconds { get; init; }

    /// <summary>The secret that turns card numbers into tokens.</summary>
    public byte[] CardKey { get; init; } = [];

    /// <summary>How many years its records are kept.</summary>
    public int RetentionYears { get; init; } = TenantGrain.DefaultRetentionYears;

    /// <summary>The API keys, oldest first.</summary>
    public IReadOnlyList<TenantApiKey> ApiKeys { get; init; } = [];
}
