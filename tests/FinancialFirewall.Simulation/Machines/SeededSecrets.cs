using FinancialFirewall.Grains.Tenants;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>Secrets that come again with the same seed.</summary>
internal sealed class SeededSecrets(ulong seed) : ISecretSource
{
    private readonly SplitMix64 random = new(seed);

    public void Fill(Span<byte> secret)
    {
        for (var i = 0; i < secret.Length; i++)
        {
            secret[i] = (byte)random.Next();
        }
    }
}
