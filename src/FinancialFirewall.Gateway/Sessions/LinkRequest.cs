namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Takes up an invitation, or a link to a new password.</summary>
internal sealed record LinkRequest
{
    /// <summary>What stands behind the # of the link.</summary>
    public string? Token { get; init; }

    /// <summary>The password from now on.</summary>
    public string? Password { get; init; }
}
