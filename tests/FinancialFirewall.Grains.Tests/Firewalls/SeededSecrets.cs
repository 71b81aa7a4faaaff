using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>Secrets that come again with the same seed.</summary>
internal sealed class SeededSecrets(int seed) : ISecretSource
{
    private readonly Random random = new(seed);

    public void Fill(Span<byte> secret) => random.NextBytes(secret);
}
