using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;
using GraphQL.Server.Transport;
using Microsoft.AspNetCore.Http;
using GraphCaller = GraphQL.Server.Requests.Caller;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>Says who is calling: by the headers of the request, or by the payload with which a WebSocket introduces itself, which has the same members.</summary>
internal sealed class GraphCallers(TenantDirectory directory, TenantRegistry tenants)
{
    /// <summary>The caller, or why nobody is let in.</summary>
    public async ValueTask<CallerOutcome> ResolveAsync(HttpContext context, JsonElement? connectionInit)
    {
        var key = connectionInit is { } payload ? ApiKeyHeader.Read(HeadersOf(payload)) : "";
        var session = new GraphSession(
            directory, tenants, key.Length > 0 ? key : ApiKeyHeader.Read(context.Request.Headers), context.Connection.RemoteIpAddress);
        var caller = await session.AuthenticateAsync(context.RequestAborted);
        return caller.IsSuccess
            ? CallerOutcome.Of(new GraphCaller(caller.Value.Tenant.Name, PermissionTable.Allows(caller.Value.Roles, Permission.ReadSchema), session))
            : CallerOutcome.Refused(GraphRefusals.ErrorOf(caller.Errors), ProblemStatus.Of(caller.Errors));
    }

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
