using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Takes up links that are good once: an invitation, a new password, the set-up of an owner.</summary>
internal sealed class LinkEndpoint(UserRegistry users, Passwords passwords)
{
    public static Task HandleAcceptAsync(HttpContext context, LinkEndpoint endpoint) => endpoint.AcceptAsync(context);

    public static Task HandleSetUpAsync(HttpContext context, LinkEndpoint endpoint) => endpoint.SetUpAsync(context);

    private async Task AcceptAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<LinkRequest>(context.Request);
        await AnswerAsync(context, sent.IsSuccess ? await AcceptAsync(context, sent.Value) : Result.Failure<UserInfo>(sent.Errors));
    }

    private async Task<Result<UserInfo>> AcceptAsync(HttpContext context, LinkRequest request)
    {
        var (token, password) = (request.Token ?? "", request.Password ?? "");
        var target = await users.FindLinkAsync(LinkToken.Invitation, token);
        return target.IsSuccess
            ? await HashAsync(
                context, password, LinkToken.Invitation, token, target.Value, hash => users.AcceptLinkAsync(token, hash, SourceOf(context)))
            : Result.Failure<UserInfo>(target.Errors);
    }

    private async Task SetUpAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<SetUpRequest>(context.Request);
        await AnswerAsync(context, sent.IsSuccess ? await SetUpAsync(context, sent.Value) : Result.Failure<UserInfo>(sent.Errors));
    }

    private async Task<Result<UserInfo>> SetUpAsync(HttpContext context, SetUpRequest request)
    {
        var (token, password) = (request.Token ?? "", request.Password ?? "");
        var owner = new NewUser(request.Email ?? "", request.Name ?? "", Roles.Owner);
        var target = await users.FindLinkAsync(LinkToken.SetUp, token);
        return target.IsSuccess
            ? await HashAsync(
                context, password, LinkToken.SetUp, token, new LinkTarget(owner.Email, owner.Name), hash => users.SetUpAsync(token, owner, hash, SourceOf(context)))
            : Result.Failure<UserInfo>(target.Errors);
    }

    /// <summary>Does something with the hash of a password that is good enough.</summary>
    private async Task<Result<UserInfo>> HashAsync(
        HttpContext context, string password, string beginning, string token, LinkTarget target, Func<string, Task<Result<UserInfo>>> act)
    {
        var tenant = LinkToken.TryGetTenant(token, beginning, out var named) ? named : default;
        if (PasswordRules.Check(password, "password", target.Email, target.Name, tenant.ToString()) is { Count: > 0 } errors)
        {
            return Result.Failure<UserInfo>(errors);
        }

        using var turn = await passwords.EnterAsync(context.RequestAborted);
        return turn.IsAcquired ? await act(passwords.Hash(password)) : RequestErrors.Overloaded;
    }

    private static string SourceOf(HttpContext context) => CallerAdmission.SourceOf(context)?.ToString() ?? "";

    private static Task AnswerAsync(HttpContext context, Result<UserInfo> user) => SessionResponse.WriteAsync(context, user, static found => UserAnswer.Of(found));
}
