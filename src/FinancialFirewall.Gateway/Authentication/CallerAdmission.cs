using System.Net;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>Says who is calling, and whether that suffices for what is asked.</summary>
internal sealed class CallerAdmission(TenantDirectory directory, TenantRegistry tenants, SessionRegistry sessions)
{
    /// <summary>Who is calling, where that is enough for an endpoint that demands a permission; or why not.</summary>
    public async ValueTask<Result<Caller>> AdmitAsync(HttpContext context, Permission permission)
    {
        var caller = await AuthenticateAsync(context);
        return caller.IsSuccess && (CheckSession(context, caller.Value) ?? Check(caller.Value, permission)) is { } refusal ? refusal : caller;
    }

    /// <summary>Notes in the audit log of the caller's tenant that it was refused what it asked for; who is not known was noted when it was not let in.</summary>
    public async Task NoteRefusalAsync(HttpContext context, Error refusal)
    {
        var caller = await AuthenticateAsync(context);
        if (caller.IsSuccess)
        {
            AuditScope.Enter(ActorOf(context, caller.Value));
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            await tenants.NoteRefusalAsync(caller.Value.Tenant, $"{context.Request.Method} {pattern}", refusal.Code);
        }
    }

    /// <summary>Who is calling, as it stands in audit logs.</summary>
    public static AuditActor ActorOf(HttpContext context, Caller caller) => ActorOf(caller, SourceOf(context));

    /// <summary>The same, where the request came from an address.</summary>
    public static AuditActor ActorOf(Caller caller, IPAddress? source)
    {
        var address = source?.ToString() ?? "";
        return PersonOf(caller) is { Length: > 0 } person
            ? AuditActor.Holder(person, caller.KeyId, caller.Tenant.Name, address)
            : AuditActor.Key(caller.KeyId, caller.Tenant.Name, address);
    }

    /// <summary>The user who is behind a caller: who is signed in, or holds the key; empty for nobody.</summary>
    public static string PersonOf(Caller caller) => caller.UserId.Length > 0 ? caller.UserId : caller.HolderId;

    /// <summary>Where a request came from; null where that is not known.</summary>
    public static IPAddress? SourceOf(HttpContext context) => context.Connection.RemoteIpAddress;

    /// <summary>
    /// Asks again for a request that takes long: a key that was revoked or a tenant that was suspended meanwhile holds for the very next payment.
    /// </summary>
    /// <returns>Why nothing more is decided for the caller; null where all is as it was.</returns>
    public async ValueTask<IReadOnlyList<Error>?> RenewAsync(HttpContext context)
    {
        var admitted = await AdmitAsync(context, AccessDemand.Of(context) ?? throw new InvalidOperationException($"{context.Request.Path} is open to all."));
        return admitted.IsSuccess ? null : admitted.Errors;
    }

    /// <summary>Why a caller may not do something; null where it may.</summary>
    public static Error? Check(Caller caller, Permission permission)
        => PermissionTable.IsPeoplesAlone(permission) ? (caller.UserId.Length > 0 ? null : AccessErrors.SessionRequired)
            : caller.MustSetUpFactor ? AccessErrors.FactorRequired
            : !PermissionTable.Allows(caller.Roles, permission) ? AccessErrors.RoleMissing(caller.Roles, permission)
            : PermissionTable.IsOperatorsAlone(permission) && caller.Tenant != TenantRegistry.Operator ? AccessErrors.OperatorOnly
            : permission == Permission.AssessPayments && caller.Tenant == TenantRegistry.Operator ? AccessErrors.OperatorDecidesNothing
            : caller.Status == TenantStatus.Suspended && !PermissionTable.HoldsWhileSuspended(permission) ? AccessErrors.Suspended(caller.Tenant)
            : null;

    /// <summary>Nobody but a page of ours can have somebody's browser change anything.</summary>
    private static Error? CheckSession(HttpContext context, Caller caller)
        => caller.UserId.Length > 0 && !CsrfToken.IsRight(context.Request, SessionCookie.Read(context.Request)) ? AccessErrors.CsrfWrong : null;

    /// <summary>Who is calling: by a key, else by the session of a cookie.</summary>
    private Task<Result<Caller>> AuthenticateAsync(HttpContext context)
    {
        var key = ApiKeyHeader.Read(context.Request.Headers);
        return key.Length == 0 && SessionCookie.Read(context.Request) is { Length: > 0 } token
            ? sessions.AuthenticateAsync(token, SourceOf(context), context.RequestAborted)
            : directory.AuthenticateAsync(key, context.RequestAborted, SourceOf(context));
    }
}
