using System.Text.Json;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>A tenant that is to be created.</summary>
internal sealed record NewTenantRequest
{
    /// <summary>The longest body, in bytes: it has a whole policy file.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    /// <summary>Its id, for good.</summary>
    public string? TenantId { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>How many years its records are kept.</summary>
    public int? RetentionYears { get; init; }

    /// <summary>The most API keys that may be good at once.</summary>
    public int? MaximumApiKeys { get; init; }

    /// <summary>Its first policy, as in a policy file; absent for the built-in one.</summary>
    public JsonElement? Policy { get; init; }
}
