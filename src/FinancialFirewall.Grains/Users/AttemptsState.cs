namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of sign-ins that did not succeed.</summary>
public sealed record AttemptsState
{
    /// <summary>By mail address, in no order.</summary>
    public IReadOnlyList<KeptAttempts> Attempts { get; init; } = [];
}
