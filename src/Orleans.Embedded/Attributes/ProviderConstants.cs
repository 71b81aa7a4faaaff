using System.Diagnostics.CodeAnalysis;

namespace Orleans.Providers;

/// <summary>Names that stand for a choice not made.</summary>
public static class ProviderConstants
{
    /// <summary>The store of grains that name none.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "Orleans' own name.")]
    public const string DEFAULT_STORAGE_PROVIDER_NAME = "Default";
}
