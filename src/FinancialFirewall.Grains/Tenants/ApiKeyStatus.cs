namespace FinancialFirewall.Grains.Tenants;

/// <summary>Whether an API key lets somebody in.</summary>
public enum ApiKeyStatus
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Somebody ended it.</summary>
    Revoked,
}
