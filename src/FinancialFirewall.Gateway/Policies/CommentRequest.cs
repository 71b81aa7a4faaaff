namespace FinancialFirewall.Gateway.Policies;

/// <summary>Why something is published.</summary>
internal sealed record CommentRequest
{
    /// <summary>The reason, for people.</summary>
    public string? Comment { get; init; }
}
