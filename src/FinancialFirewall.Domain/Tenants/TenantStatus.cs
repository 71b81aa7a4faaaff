namespace FinancialFirewall.Domain.Tenants;

/// <summary>Whether a tenant works. The numbers are kept on disk.</summary>
public enum TenantStatus : byte
{
    /// <summary>Its payments are decided.</summary>
    Active = 1,

    /// <summary>Its payments are refused until it is resumed; everything else works and nothing is deleted.</summary>
    Suspended = 2,

    /// <summary>For good: nobody gets in any more. What it has is kept as long as it was to be kept.</summary>
    Closed = 3,
}
