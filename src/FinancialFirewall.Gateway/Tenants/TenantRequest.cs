using System.Text.Json;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>What is to change about a tenant. Members that the firewall itself answers with are accepted and ignored, so that what was read can be sent back.</summary>
internal sealed record TenantRequest
{
    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>How many years its records are kept.</summary>
    public int? RetentionYears { get; init; }

    /// <summary>The most API keys that may be good at once; the operator's to say.</summary>
    public int? MaximumApiKeys { get; init; }

    /// <summary>Whether a change of the policy takes a second person.</summary>
    public bool? RequiresApproval { get; init; }

    /// <summary>Whether everybody who signs in needs a second factor.</summary>
    public bool? SecondFactorRequired { get; init; }

    /// <summary>How it reviews what waits for a person.</summary>
    public ReviewChange? Reviews { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? TenantId { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? StatusReason { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? StatusSince { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? CreatedAt { get; init; }

    /// <summary>The settings that are asked for.</summary>
    public TenantSettings ToSettings() => new(Name, RetentionYears, MaximumApiKeys, SecondFactorRequired, RequiresApproval, Reviews);
}
