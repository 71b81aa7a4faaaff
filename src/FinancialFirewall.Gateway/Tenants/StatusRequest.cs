namespace FinancialFirewall.Gateway.Tenants;

/// <summary>Why a tenant is suspended, works again, or is closed.</summary>
internal sealed record StatusRequest
{
    /// <summary>The reason, for people.</summary>
    public string? Reason { get; init; }
}
