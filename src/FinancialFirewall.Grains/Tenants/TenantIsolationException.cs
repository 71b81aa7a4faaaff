namespace FinancialFirewall.Grains.Tenants;

/// <summary>A call crossed from one tenant to another, or did not say for whom it was made: always a bug of the caller.</summary>
public sealed class TenantIsolationException : Exception
{
    /// <summary>Without a message.</summary>
    public TenantIsolationException()
    {
    }

    /// <summary>Says which call it was.</summary>
    public TenantIsolationException(string message)
        : base(message)
    {
    }

    /// <summary>Says which call it was, and what it came from.</summary>
    public TenantIsolationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
