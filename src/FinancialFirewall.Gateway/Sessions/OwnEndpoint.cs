using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Who somebody who is signed in is, where else it is signed in, and a new password.</summary>
internal sealed class OwnEndpoint(UserRegistry users, SessionRegistry sessions, Passwords passwords, OwnPassword own)
{
    public static Task HandleFindAsync(HttpContext context, OwnEndpoint endpoint) => endpoint.FindAsync(context);

    public static Task HandleSessionsAsync(HttpContext context, OwnEndpoint endpoint) => endpoint.ListSessionsAsync(context);

    public static Task HandleEndSessionAsync(HttpContext context, OwnEndpoint endpoint, string id) => endpoint.EndSessionAsync(context, id);

    public static Task HandleEndOthersAsync(HttpContext context, OwnEndpoint endpoint) => endpoint.EndOthersAsync(context);

    public static Task HandlePasswordAsync(HttpContext context, OwnEndpoint endpoint) => endpoint.SetPasswordAsync(context);

    private async Task FindAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var user = await users.FindAsync(caller.Tenant, caller.UserId);
        await context.Response.WriteAsJsonAsync(UserAnswer.Of(user!), context.RequestAborted);
    }

    private async Task ListSessionsAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var found = await sessions.ListAsync(caller.Tenant, caller.UserId);
        await context.Response.WriteAsJsonAsync(found.Select(session => SessionAnswer.Of(session, caller.SessionId)), context.RequestAborted);
    }

    private async Task EndSessionAsync(HttpContext context, string id)
    {
        var caller = context.GetCaller();
        await SessionResponse.WriteNothingAsync(context, await sessions.EndAsync(caller.Tenant, caller.UserId, id));
    }

    private async Task EndOthersAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var ended = await sessions.EndOthersAsync(caller.Tenant, caller.UserId, caller.SessionId);
        await context.Response.WriteAsJsonAsync(new { ended }, context.RequestAborted);
    }

    private async Task SetPasswordAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<PasswordRequest>(context.Request);
        await SessionResponse.WriteNothingAsync(context, sent.IsSuccess ? await SetPasswordAsync(context, sent.Value) : Result.Failure<UserInfo>(sent.Errors));
    }

    private async Task<Result<UserInfo>> SetPasswordAsync(HttpContext context, PasswordRequest request)
    {
        var user = await own.ConfirmAsync(context, request.CurrentPassword, "currentPassword");
        if (!user.IsSuccess)
        {
            return user;
        }

        var caller = context.GetCaller();
        var wanted = request.NewPassword ?? "";
        if (PasswordRules.Check(wanted, "newPassword", user.Value.Email, user.Value.Name, caller.Tenant.Name) is { Count: > 0 } errors)
        {
            return Result.Failure<UserInfo>(errors);
        }

        using var turn = await passwords.EnterAsync(context.RequestAborted);
        return turn.IsAcquired
            ? await users.SetPasswordAsync(caller.Tenant, caller.UserId, caller.SessionId, passwords.Hash(wanted))
            : RequestErrors.Overloaded;
    }
}
