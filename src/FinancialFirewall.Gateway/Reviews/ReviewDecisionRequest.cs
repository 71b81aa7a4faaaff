namespace FinancialFirewall.Gateway.Reviews;

/// <summary>What a reviewer decides.</summary>
internal sealed record ReviewDecisionRequest
{
    /// <summary>The decision: APPROVE and REJECT are for good.</summary>
    public string? Decision { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Reason { get; init; }
}
