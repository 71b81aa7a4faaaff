using FinancialFirewall.Domain.Audit;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Audit;

/// <summary>Who is behind the current flow of calls. It travels with every grain call, beside the tenant.</summary>
public static class AuditScope
{
    private const string Key = "ff.actor";
    private const char Separator = '\n';

    /// <summary>Who it is; the process itself where nobody said otherwise.</summary>
    public static AuditActor Current => RequestContext.Get(Key) is string text && text.Split(Separator) is [var kind, var id, var tenant, var source, var key]
        ? new AuditActor(kind, id, tenant, source) { KeyId = key }
        : AuditActor.System;

    /// <summary>From here on, this flow works for <paramref name="actor"/>.</summary>
    public static void Enter(AuditActor actor) => RequestContext.Set(Key, string.Join(Separator, actor.Kind, actor.Id, actor.Tenant, actor.Source, actor.KeyId));
}
