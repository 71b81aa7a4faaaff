namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Something that changes a second factor, with the password once more.</summary>
internal sealed record FactorRequest
{
    /// <summary>The password.</summary>
    public string? Password { get; init; }
}
