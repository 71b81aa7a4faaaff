namespace FinancialFirewall.Grains.Tenants;

/// <summary>The names of the grain storage providers.</summary>
public static class StorageNames
{
    /// <summary>Tenants, configurations, toggles and policies.</summary>
    public const string Control = "control";
}
