namespace FinancialFirewall.Gateway.Sessions;

/// <summary>A new password of somebody who is signed in.</summary>
internal sealed record PasswordRequest
{
    /// <summary>The password until now.</summary>
    public string? CurrentPassword { get; init; }

    /// <summary>The password from now on.</summary>
    public string? NewPassword { get; init; }
}
