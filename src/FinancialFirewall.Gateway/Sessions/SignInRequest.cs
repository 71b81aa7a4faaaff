namespace FinancialFirewall.Gateway.Sessions;

/// <summary>What somebody signs in with.</summary>
internal sealed record SignInRequest
{
    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>The mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>The six digits of the authenticator app; absent where there is no second factor.</summary>
    public string? Code { get; init; }

    /// <summary>A recovery code instead.</summary>
    public string? RecoveryCode { get; init; }
}
