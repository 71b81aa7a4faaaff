using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Signs in, says who is signed in, and signs out.</summary>
internal sealed class SessionEndpoint(SessionRegistry sessions, PasswordCheck check)
{
    private const int MaximumAgentLength = 200;

    public static Task HandleSignInAsync(HttpContext context, SessionEndpoint endpoint) => endpoint.SignInAsync(context);

    public static Task HandleFindAsync(HttpContext context, SessionEndpoint endpoint) => endpoint.FindAsync(context);

    public static Task HandleSignOutAsync(HttpContext context, SessionEndpoint endpoint) => endpoint.SignOutAsync(context);

    private static Result<SignInRequest> Check(Result<SignInRequest> sent)
    {
        if (!sent.IsSuccess)
        {
            return sent;
        }

        var errors = new List<Error>();
        if (!TenantId.IsValid(sent.Value.TenantId))
        {
            errors.Add(RequestErrors.MemberInvalid("tenantId", sent.Value.TenantId ?? "", "as the tenant's name: a-z, 0-9 and '-'"));
        }

        if (string.IsNullOrEmpty(sent.Value.Email))
        {
            errors.Add(RequestErrors.MemberInvalid("email", "", "as the mail address that you were invited with"));
        }

        if (string.IsNullOrEmpty(sent.Value.Password))
        {
            errors.Add(RequestErrors.MemberInvalid("password", "", "as your password"));
        }

        return errors.Count > 0 ? Result.Failure<SignInRequest>(errors) : sent;
    }

    private async Task SignInAsync(HttpContext context)
    {
        var sent = Check(await RequestDocument.ReadAsync<SignInRequest>(context.Request));
        var started = sent.IsSuccess ? await StartAsync(context, sent.Value) : Result.Failure<StartedSession>(sent.Errors);
        if (started.IsSuccess)
        {
            SessionCookie.Give(context, started.Value.Token, started.Value.EndsAt.ToDateTimeOffset());
        }

        await SessionResponse.WriteAsync(context, started, session => SignedInAnswer.Of(sent.Value.TenantId!, session));
    }

    private async Task<Result<StartedSession>> StartAsync(HttpContext context, SignInRequest request)
    {
        var (tenant, email) = (new TenantId(request.TenantId!), MailAddress.Normalise(request.Email!));
        var source = CallerAdmission.SourceOf(context);
        var proof = await check.CheckAsync(tenant, email, request.Password!, source, context.RequestAborted);
        if (!proof.IsSuccess)
        {
            return Result.Failure<StartedSession>(proof.Errors);
        }

        var agent = context.Request.Headers.UserAgent.ToString();
        var origin = new SignInOrigin(source?.ToString() ?? "", agent.Length <= MaximumAgentLength ? agent : agent[..MaximumAgentLength]);
        return await sessions.FinishAsync(tenant, email, proof.Value with { Code = request.Code ?? "", RecoveryCode = request.RecoveryCode ?? "" }, origin);
    }

    private async Task FindAsync(HttpContext context)
    {
        var token = SessionCookie.Read(context.Request);
        var holder = await sessions.FindAsync(token, CallerAdmission.SourceOf(context), context.RequestAborted);
        await SessionResponse.WriteAsync(context, holder, found => SignedInAnswer.Of(found, token));
    }

    private async Task SignOutAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var ended = await sessions.EndAsync(caller.Tenant, caller.UserId, caller.SessionId);
        SessionCookie.Take(context);
        await SessionResponse.WriteNothingAsync(context, ended);
    }
}
