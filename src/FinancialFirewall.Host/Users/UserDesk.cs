using System.Security.Cryptography;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Host.Users;

/// <summary>Does for people what only the operator of the machine can: whoever may write in the data directory.</summary>
internal sealed class UserDesk(TenantRegistry tenants, UserRegistry users)
{
    /// <summary>Does what a request asks for.</summary>
    /// <returns>From when on a set-up link is not good any more, or what was done in words; or why it was not.</returns>
    public async Task<Result<string>> RunAsync(UserDeskRequest request)
    {
        if (await tenants.FindAsync(request.Tenant) is null)
        {
            return new Error(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenant", request.Tenant.Name, $"There is no tenant '{request.Tenant.Name}' in this data directory.");
        }

        return request.Act == UserDeskRequest.SetUp ? await OfferSetUpAsync(request) : await ResetSecondFactorAsync(request);
    }

    private async Task<Result<string>> OfferSetUpAsync(UserDeskRequest request)
    {
        var sha256 = new byte[SHA256.HashSizeInBytes];
        if (Convert.FromHexString(request.Argument, sha256, out _, out var written) != System.Buffers.OperationStatus.Done || written != sha256.Length)
        {
            return new Error(ErrorKind.Malformed, "REQUEST_MALFORMED", "", "", "The request names no SHA-256.");
        }

        return (await users.OfferSetUpAsync(request.Tenant, sha256)).ToString();
    }

    private async Task<Result<string>> ResetSecondFactorAsync(UserDeskRequest request)
    {
        var found = (await users.ListAsync(request.Tenant)).FirstOrDefault(user => string.Equals(user.Email, request.Argument, StringComparison.Ordinal));
        if (found is null)
        {
            return new Error(ErrorKind.NotFound, "USER_NOT_FOUND", "email", request.Argument, $"The tenant '{request.Tenant.Name}' has no user with the mail address '{request.Argument}'.");
        }

        var reset = await users.ResetSecondFactorAsync(request.Tenant, found.Id);
        return reset.IsSuccess
            ? $"{found.Email} signs in with the password alone from now on, until a second factor is set up anew. All its sessions have ended."
            : Result.Failure<string>(reset.Errors);
    }
}
