namespace FinancialFirewall.Gateway.Reviews;

/// <summary>A note about an assessment.</summary>
internal sealed record NoteRequest
{
    /// <summary>The note.</summary>
    public string? Text { get; init; }
}
