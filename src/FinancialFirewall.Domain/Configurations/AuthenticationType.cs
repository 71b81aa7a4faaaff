namespace FinancialFirewall.Domain.Configurations;

/// <summary>How the bank's engine knows the caller. The numbers are kept on disk and never change.</summary>
public enum AuthenticationType : byte
{
    /// <summary>A key in a header.</summary>
    ApiKey = 1,

    /// <summary>User name and password.</summary>
    Basic = 2,

    /// <summary>A bearer token.</summary>
    BearerToken = 3,

    /// <summary>Headers of the bank's own.</summary>
    Custom = 4,

    /// <summary>The same as <see cref="Custom"/>, in its other spelling.</summary>
    CustomHeaders = 5,
}
