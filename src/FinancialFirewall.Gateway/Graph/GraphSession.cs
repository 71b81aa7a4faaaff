using System.Net;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Somebody who came with a key, or is signed in. Who that is is asked anew for each field and each event, so that a key that is revoked, or a session that ends, holds for the very next one.</summary>
/// <param name="authenticate">Says who it is, or why nobody.</param>
/// <param name="tenants">Notes refused attempts.</param>
/// <param name="source">Where the request came from.</param>
/// <param name="site">The address by which it reached the firewall.</param>
internal sealed class GraphSession(Func<CancellationToken, Task<Result<Caller>>> authenticate, TenantRegistry tenants, IPAddress? source, string site)
{
    /// <summary>The address by which the request reached the firewall, for links to it.</summary>
    public string Site => site;

    /// <summary>Who it is, or why nobody.</summary>
    public Task<Result<Caller>> AuthenticateAsync(CancellationToken cancellation) => authenticate(cancellation);

    /// <summary>Who it is, where that suffices for a field; or why not, which the audit log is told.</summary>
    /// <param name="field">The field as the log names it.</param>
    /// <param name="permission">What it demands; null where being known will do.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Result<Caller>> AdmitAsync(string field, Permission? permission, CancellationToken cancellation)
    {
        var caller = await AuthenticateAsync(cancellation);
        if (!caller.IsSuccess || permission is not { } demanded || CallerAdmission.Check(caller.Value, demanded) is not { } refusal)
        {
            return caller;
        }

        AuditScope.Enter(ActorOf(caller.Value));
        await tenants.NoteRefusalAsync(caller.Value.Tenant, $"GRAPHQL {field}", refusal.Code);
        return refusal;
    }

    /// <summary>The caller as it stands in audit logs.</summary>
    public AuditActor ActorOf(Caller caller) => CallerAdmission.ActorOf(caller, source);
}
