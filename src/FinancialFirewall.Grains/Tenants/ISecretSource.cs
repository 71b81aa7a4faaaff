namespace FinancialFirewall.Grains.Tenants;

/// <summary>Where secrets come from: the operating system, or a seed in a simulation.</summary>
public interface ISecretSource
{
    /// <summary>Fills a buffer with bytes that nobody can foresee.</summary>
    void Fill(Span<byte> secret);
}
