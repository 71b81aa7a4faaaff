using System.Net;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Identity;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Holds a password against that of a mail address: counted before, and noted where it is wrong.</summary>
internal sealed class PasswordCheck(SessionRegistry sessions, Passwords passwords)
{
    /// <summary>Looks whether a password is right.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="email">The mail address in its form.</param>
    /// <param name="password">The password.</param>
    /// <param name="source">Where the request came from.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn.</param>
    /// <returns>What was proved; or <c>SIGN_IN_REFUSED</c>, <c>TOO_MANY_ATTEMPTS</c>, <c>OVERLOADED</c>.</returns>
    public async Task<Result<SignInProof>> CheckAsync(TenantId tenant, string email, string password, IPAddress? source, CancellationToken cancellationToken)
    {
        var proof = await HoldAgainstAsync(tenant, email, password, cancellationToken);
        return proof.IsSuccess && proof.Value.PasswordHash.Length == 0
            ? await sessions.FailAsync(tenant, email, proof.Value.UserId, source)
            : proof;
    }

    /// <summary>What was proved; without a hash where nothing was.</summary>
    private async Task<Result<SignInProof>> HoldAgainstAsync(TenantId tenant, string email, string password, CancellationToken cancellationToken)
    {
        using var turn = await passwords.EnterAsync(cancellationToken);
        if (!turn.IsAcquired)
        {
            return RequestErrors.Overloaded;
        }

        var begun = await sessions.BeginAsync(tenant, email);
        if (!begun.IsSuccess)
        {
            return Result.Failure<SignInProof>(begun.Errors);
        }

        return passwords.Verify(begun.Value.PasswordHash, password) switch
        {
            PasswordVerificationResult.Failed => new SignInProof(begun.Value.UserId, "", "", ""),
            PasswordVerificationResult.SuccessRehashNeeded => new SignInProof(begun.Value.UserId, begun.Value.PasswordHash, "", "", passwords.Hash(password)),
            _ => new SignInProof(begun.Value.UserId, begun.Value.PasswordHash, "", ""),
        };
    }
}
