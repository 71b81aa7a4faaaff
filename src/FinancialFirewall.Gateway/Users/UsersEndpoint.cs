using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Users;

/// <summary>Lists, invites, changes, locks and removes the people of the caller's tenant.</summary>
internal sealed class UsersEndpoint(UserRegistry users)
{
    public static Task HandleListAsync(HttpContext context, UsersEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.FindAsync(context, id);

    public static Task HandleInviteAsync(HttpContext context, UsersEndpoint endpoint) => endpoint.InviteAsync(context);

    public static Task HandleLinkAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.IssueLinkAsync(context, id);

    public static Task HandleChangeAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.ChangeAsync(context, id);

    public static Task HandleLockAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.LockAsync(context, id);

    public static Task HandleUnlockAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.UnlockAsync(context, id);

    public static Task HandleRemoveAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.RemoveAsync(context, id);

    public static Task HandleResetFactorAsync(HttpContext context, UsersEndpoint endpoint, string id) => endpoint.ResetSecondFactorAsync(context, id);

    private async Task ListAsync(HttpContext context)
        => await context.Response.WriteAsJsonAsync((await users.ListAsync(context.GetCaller().Tenant)).Select(UserAnswer.Of), context.RequestAborted);

    private async Task FindAsync(HttpContext context, string id)
        => await AnswerAsync(context, await users.FindAsync(context.GetCaller().Tenant, id) is { } user ? user : UserRequestErrors.Unknown(id));

    private async Task InviteAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<InvitationRequest>(context.Request);
        var wanted = sent.IsSuccess ? sent.Value.Read() : Result.Failure<NewUser>(sent.Errors);
        var issued = wanted.IsSuccess ? await users.InviteAsync(context.GetCaller().Tenant, wanted.Value) : Result.Failure<IssuedLink>(wanted.Errors);
        if (issued.IsSuccess)
        {
            context.Response.Headers.Location = $"{UserEndpoints.Path}/{issued.Value.User.Id}";
        }

        await AnswerAsync(context, issued);
    }

    private async Task IssueLinkAsync(HttpContext context, string id) => await AnswerAsync(context, await users.IssueLinkAsync(context.GetCaller().Tenant, id));

    private async Task ChangeAsync(HttpContext context, string id)
    {
        var sent = await RequestDocument.ReadAsync<UserRequest>(context.Request);
        var change = sent.IsSuccess ? sent.Value.Read() : Result.Failure<UserChange>(sent.Errors);
        await AnswerAsync(context, change.IsSuccess
            ? await users.ChangeAsync(context.GetCaller().Tenant, id, change.Value)
            : Result.Failure<UserInfo>(change.Errors));
    }

    private async Task LockAsync(HttpContext context, string id)
    {
        var sent = await RequestDocument.ReadAsync<LockRequest>(context.Request);
        await AnswerAsync(context, sent.IsSuccess
            ? await users.LockAsync(context.GetCaller().Tenant, id, sent.Value.Reason ?? "")
            : Result.Failure<UserInfo>(sent.Errors));
    }

    private async Task UnlockAsync(HttpContext context, string id) => await AnswerAsync(context, await users.UnlockAsync(context.GetCaller().Tenant, id));

    private async Task RemoveAsync(HttpContext context, string id) => await AnswerAsync(context, await users.RemoveAsync(context.GetCaller().Tenant, id));

    private async Task ResetSecondFactorAsync(HttpContext context, string id)
        => await AnswerAsync(context, await users.ResetSecondFactorAsync(context.GetCaller().Tenant, id));

    private static Task AnswerAsync(HttpContext context, Result<UserInfo> user) => user.IsSuccess
        ? context.Response.WriteAsJsonAsync(UserAnswer.Of(user.Value), context.RequestAborted)
        : ProblemWriter.WriteAsync(context, user.Errors);

    /// <summary>201 with the link, which nobody on the way may keep; or why there is none.</summary>
    private static Task AnswerAsync(HttpContext context, Result<IssuedLink> issued)
    {
        if (!issued.IsSuccess)
        {
            return ProblemWriter.WriteAsync(context, issued.Errors);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(LinkAnswer.Of(context.Request, issued.Value), context.RequestAborted);
    }
}
