using System.Text.Json;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>A draft as it is to be made or described. Members that the firewall itself answers with are accepted and ignored.</summary>
internal sealed record DraftRequest
{
    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Why it is made.</summary>
    public string? Comment { get; init; }

    /// <summary>The version whose contents a new draft begins with; absent for the version in force.</summary>
    public int? FromVersion { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Id { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? BaseVersion { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Tag { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? CreatedAt { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? ChangedAt { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Authors { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Rejecter { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Rejection { get; init; }
}
