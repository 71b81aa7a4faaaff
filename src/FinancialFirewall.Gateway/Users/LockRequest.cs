namespace FinancialFirewall.Gateway.Users;

/// <summary>Why a user is locked.</summary>
internal sealed record LockRequest
{
    /// <summary>The reason, for people.</summary>
    public string? Reason { get; init; }
}
