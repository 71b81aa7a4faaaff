namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Takes up the set-up link: somebody becomes an owner.</summary>
internal sealed record SetUpRequest
{
    /// <summary>What stands behind the # of the link.</summary>
    public string? Token { get; init; }

    /// <summary>The mail address to sign in with.</summary>
    public string? Email { get; init; }

    /// <summary>What people call the owner.</summary>
    public string? Name { get; init; }

    /// <summary>The password from now on.</summary>
    public string? Password { get; init; }
}
