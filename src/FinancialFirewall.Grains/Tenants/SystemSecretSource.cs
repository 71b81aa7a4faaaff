using System.Security.Cryptography;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Secrets from the operating system.</summary>
public sealed class SystemSecretSource : ISecretSource
{
    /// <inheritdoc/>
#pragma warning disable RS0030 // This is the seam to the operating system's randomness.
    public void Fill(Span<byte> secret) => RandomNumberGenerator.Fill(secret);
#pragma warning restore RS0030
}
