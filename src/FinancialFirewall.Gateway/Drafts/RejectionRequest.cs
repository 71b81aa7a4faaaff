namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Why a draft is rejected.</summary>
internal sealed record RejectionRequest
{
    /// <summary>The reason, for people.</summary>
    public string? Reason { get; init; }
}
