namespace FinancialFirewall.Domain.Configurations;

/// <summary>A secret, or the name under which the secret store keeps it. Never printed.</summary>
/// <param name="Value">The secret itself; null where it is kept in the store.</param>
/// <param name="Reference">The store's name for it; null where the secret itself is given.</param>
public sealed record Secret(string? Value, string? Reference)
{
    /// <summary>What stands for a secret wherever it would be shown.</summary>
    public const string Mask = "********";

    /// <summary>The mask or the reference, never the secret.</summary>
    public override string ToString() => Reference is null ? Mask : $"secretRef:{Reference}";
}
