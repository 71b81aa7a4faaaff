using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using GraphQL.Server.Transport;
using Microsoft.AspNetCore.Http;
using Caller = FinancialFirewall.Grains.Tenants.Caller;
using GraphCaller = GraphQL.Server.Requests.Caller;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>
/// Says who is calling: by the headers of the request, or by the payload with which a WebSocket introduces itself, which has the same members. The cookie of a session counts only
/// with its <see cref="CsrfToken"/>, also where something is only read: a page of another origin can open a WebSocket with our cookie, and cannot know the token.
/// </summary>
internal sealed class GraphCallers(TenantDirectory directory, TenantRegistry tenants, SessionRegistry sessions)
{
    /// <summary>The caller, or why nobody is let in.</summary>
    public async ValueTask<CallerOutcome> ResolveAsync(HttpContext context, JsonElement? connectionInit)
    {
        var said = connectionInit is { } payload ? HeadersOf(payload) : new HeaderDictionary();
        var key = ApiKeyHeader.Read(said) is { Length: > 0 } introduced ? introduced : ApiKeyHeader.Read(context.Request.Headers);
        var token = key.Length == 0 ? SessionCookie.Read(context.Request) : "";
        if (token.Length > 0 && !CsrfToken.IsRight(said, token) && !CsrfToken.IsRight(context.Request.Headers, token))
        {
            return Refused(Result.Failure<Caller>([AccessErrors.CsrfWrong]));
        }

        var source = CallerAdmission.SourceOf(context);
        var session = new GraphSession(
            cancellation => token.Length > 0 ? sessions.AuthenticateAsync(token, source, cancellation) : directory.AuthenticateAsync(key, cancellation, source),
            tenants,
            source,
            LinkAnswer.SiteOf(context.Request));
        var caller = await session.AuthenticateAsync(context.RequestAborted);
        return caller.IsSuccess
            ? CallerOutcome.Of(new GraphCaller(caller.Value.Tenant.Name, PermissionTable.Allows(caller.Value.Roles, Permission.ReadSchema), session))
            : Refused(caller);
    }

    private static CallerOutcome Refused(Result<Caller> caller) => CallerOutcome.Refused(GraphRefusals.ErrorOf(caller.Errors), ProblemStatus.Of(caller.Errors));

    private static HeaderDictionary HeadersOf(JsonElement payload)
    {
        var headers = new HeaderDictionary();
        foreach (var member in payload.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.String))
        {
            headers[member.Name] = member.Value.GetString();
        }

        return headers;
    }
}
