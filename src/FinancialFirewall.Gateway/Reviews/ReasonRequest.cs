namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Why something is done to an assessment.</summary>
internal sealed record ReasonRequest
{
    /// <summary>The reason, for people.</summary>
    public string? Reason { get; init; }
}
