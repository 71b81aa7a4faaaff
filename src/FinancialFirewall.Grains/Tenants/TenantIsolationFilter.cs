using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>
/// Refuses every call that crosses tenants, and every call that does not say for whom it is made: a forgotten check is a refusal, not a leak.
/// Judges the firewall's own grain interfaces alone, since the runtime's own calls pass through filters too.
/// </summary>
public sealed class TenantIsolationFilter : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    private const string OwnInterfaces = "FinancialFirewall.";

    /// <summary>Lets a call into a grain when it comes for the grain's own tenant.</summary>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        Check(context, TenantScope.Current);
        return context.Invoke();
    }

    /// <summary>
    /// Marks a call that a grain makes of its own accord (from a timer) as its tenant's, and refuses one to another tenant, whomever the grain says
    /// that it works for.
    /// </summary>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (IsOurs(context))
        {
            if (context.SourceId is { } source && TenantGrainKeys.TryGetTenant(KeyOf(source), out var own))
            {
                Check(context, own.Name);
                if (TenantScope.Current is null)
                {
                    TenantScope.Enter(own);
                }
            }

            Check(context, TenantScope.Current);
        }

        return context.Invoke();
    }

    private static bool IsOurs(IGrainCallContext context) => context.InterfaceName.StartsWith(OwnInterfaces, StringComparison.Ordinal);

    private static string KeyOf(GrainId grain) => grain.Key.ToString() ?? "";

    private static void Check(IGrainCallContext context, string? caller)
    {
        if (!IsOurs(context))
        {
            return;
        }

        var key = KeyOf(context.TargetId);
        if (caller is null || !TenantGrainKeys.TryGetTenant(key, out var target) || !string.Equals(target.Name, caller, StringComparison.Ordinal))
        {
            throw new TenantIsolationException(
                $"{context.InterfaceName}.{context.MethodName} of '{key}' was called {(caller is null ? "for no tenant" : $"for tenant '{caller}'")}.");
        }
    }
}
