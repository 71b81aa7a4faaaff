namespace FinancialFirewall.Host.Simulating;

/// <summary>Where simulated payments are sent while they happen.</summary>
/// <param name="Server">The firewall's address.</param>
/// <param name="Key">An API key of a tenant of it.</param>
/// <param name="Rate">Payments a second.</param>
internal sealed record LiveOptions(Uri Server, string Key, int Rate)
{
    /// <summary>The highest rate.</summary>
    public const int MaximumRate = 100_000;

    /// <summary>The rate where nothing is said.</summary>
    public const int UsualRate = 20;
}
