using FinancialFirewall.Host.Remote;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Where simulated payments are sent while they happen.</summary>
/// <param name="Firewall">The firewall.</param>
/// <param name="Rate">Payments a second.</param>
internal sealed record LiveOptions(RemoteFirewall Firewall, int Rate)
{
    /// <summary>The highest rate.</summary>
    public const int MaximumRate = 100_000;

    /// <summary>The rate where nothing is said.</summary>
    public const int UsualRate = 20;
}
