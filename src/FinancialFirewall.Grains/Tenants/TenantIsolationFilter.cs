using FinancialFirewall.Domain.Tenants;
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
            var caller = TenantScope.Current;
            if (context.SourceId is { } source && TenantGrainKeys.NameOf(KeyOf(source)) is { IsEmpty: false } own)
            {
                Check(context, own);
                if (caller is null)
                {
                    caller = own.ToString();
                    TenantScope.Enter(new TenantId(caller));
                }
            }

            Check(context, caller);
        }

        return context.Invoke();
    }

    private static bool IsOurs(IGrainCallContext context) => context.InterfaceName.StartsWith(OwnInterfaces, StringComparison.Ordinal);

    private static string KeyOf(GrainId grain) => grain.Key.ToString() ?? "";

    private static void Check(IGrainCallContext context, ReadOnlySpan<char> caller)
    {
        if (!IsOurs(context))
        {
            return;
        }

        var key = KeyOf(context.TargetId);
        if (caller.IsEmpty || !TenantGrainKeys.NameOf(key).SequenceEqual(caller))
        {
            throw new TenantIsolationException(
                $"{context.InterfaceName}.{context.MethodName} of '{key}' was called {(caller.IsEmpty ? "for no tenant" : $"for tenant '{caller}'")}.");
        }
    }
}
