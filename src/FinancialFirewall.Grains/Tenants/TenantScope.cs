using FinancialFirewall.Domain.Tenants;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>On whose behalf the current flow of calls runs. It travels with every grain call.</summary>
public static class TenantScope
{
    private const string Key = "ff.tenant";

    /// <summary>The tenant of this flow; null outside of any.</summary>
    public static string? Current => RequestContext.Get(Key) as string;

    /// <summary>From here on, this flow works for <paramref name="tenant"/>.</summary>
    public static void Enter(TenantId tenant)
    {
        if (!string.Equals(Current, tenant.Name, StringComparison.Ordinal))
        {
            RequestContext.Set(Key, tenant.Name);
        }
    }
}
