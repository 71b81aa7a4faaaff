namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Shows that an authenticator app has the key of a second factor.</summary>
internal sealed record FactorConfirmation
{
    /// <summary>The six digits that it shows.</summary>
    public string? Code { get; init; }
}
