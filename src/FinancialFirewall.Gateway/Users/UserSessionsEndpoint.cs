using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Users;

/// <summary>Where a user of the caller's tenant is signed in, and ending that.</summary>
internal sealed class UserSessionsEndpoint(UserRegistry users, SessionRegistry sessions)
{
    public static Task HandleListAsync(HttpContext context, UserSessionsEndpoint endpoint, string id) => endpoint.ListAsync(context, id);

    public static Task HandleEndAllAsync(HttpContext context, UserSessionsEndpoint endpoint, string id) => endpoint.EndAllAsync(context, id);

    public static Task HandleEndAsync(HttpContext context, UserSessionsEndpoint endpoint, string id, string sessionId) => endpoint.EndAsync(context, id, sessionId);

    private async Task ListAsync(HttpContext context, string id)
    {
        var caller = context.GetCaller();
        if (await users.FindAsync(caller.Tenant, id) is null)
        {
            await ProblemWriter.WriteAsync(context, [UserRequestErrors.Unknown(id)]);
            return;
        }

        var found = await sessions.ListAsync(caller.Tenant, id);
        await context.Response.WriteAsJsonAsync(found.Select(session => SessionAnswer.Of(session, caller.SessionId)), context.RequestAborted);
    }

    private async Task EndAllAsync(HttpContext context, string id)
    {
        var user = await users.EndSessionsAsync(context.GetCaller().Tenant, id);
        await (user.IsSuccess ? context.Response.WriteAsJsonAsync(UserAnswer.Of(user.Value), context.RequestAborted) : ProblemWriter.WriteAsync(context, user.Errors));
    }

    private async Task EndAsync(HttpContext context, string id, string sessionId)
    {
        var ended = await sessions.EndAsync(context.GetCaller().Tenant, id, sessionId);
        if (!ended.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, ended.Errors);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
