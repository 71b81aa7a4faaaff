using FinancialFirewall.Grains.Hosting;

namespace FinancialFirewall.Gateway.Health;

/// <summary>Whether the process can keep what it decides.</summary>
internal sealed class JournalHealth(FirewallStatus status)
{
    private readonly Task failure = status.JournalFailure;

    /// <summary>Whether everything that was kept before is read.</summary>
    public bool IsRecovered => status.IsRecovered;

    /// <summary>Whether the journal accepts records.</summary>
    public bool IsHealthy => !failure.IsCompleted;
}
