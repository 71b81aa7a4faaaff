using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Asks somebody who is signed in for the password once more, before what would outlast a session left open.</summary>
internal sealed class OwnPassword(UserRegistry users, SessionRegistry sessions, PasswordCheck check)
{
    /// <summary>Who is calling, where the password is right.</summary>
    /// <param name="context">The request.</param>
    /// <param name="password">The password that came with it.</param>
    /// <param name="member">The member that it came in.</param>
    /// <returns>The user; or <c>MEMBER_INVALID</c> without a password, <c>PASSWORD_WRONG</c>, <c>TOO_MANY_ATTEMPTS</c>, <c>OVERLOADED</c>.</returns>
    public async Task<Result<UserInfo>> ConfirmAsync(HttpContext context, string? password, string member)
    {
        if (string.IsNullOrEmpty(password))
        {
            return RequestErrors.MemberInvalid(member, "", "as the password that you signed in with");
        }

        var caller = context.GetCaller();
        if (await users.FindAsync(caller.Tenant, caller.UserId) is not { } user)
        {
            return SessionRequestErrors.PasswordWrong(member);
        }

        var proof = await check.CheckAsync(caller.Tenant, user.Email, password, CallerAdmission.SourceOf(context), context.RequestAborted);
        if (!proof.IsSuccess)
        {
            return proof.Errors[0].Kind == ErrorKind.Unauthenticated ? SessionRequestErrors.PasswordWrong(member) : Result.Failure<UserInfo>(proof.Errors);
        }

        await sessions.ForgiveAsync(caller.Tenant, user.Email);
        return user;
    }
}
