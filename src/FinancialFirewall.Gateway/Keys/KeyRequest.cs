using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Keys;

/// <summary>An API key as it is asked for over REST.</summary>
internal sealed record KeyRequest
{
    /// <summary>What it is for.</summary>
    public string? Label { get; init; }

    /// <summary>The names of its roles.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>From when on it lets nobody in, RFC 3339; absent for never.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>The user who is to hold it; absent for whoever asks, or nobody where a key asks that nobody holds.</summary>
    public string? UserId { get; init; }

    /// <summary>The key that is asked for; or every member that is wrong.</summary>
    /// <param name="asker">The user who asks; empty for nobody.</param>
    public Result<ApiKeyRequest> Read(string asker = "")
    {
        var errors = new List<Error>();
        var roles = RoleList.Read(Roles, "roles", errors);
        Instant? expires = null;
        if (!string.IsNullOrEmpty(ExpiresAt))
        {
            expires = Rfc3339.TryParse(Encoding.UTF8.GetBytes(ExpiresAt), out var time) ? time : null;
            if (expires is null)
            {
                errors.Add(RequestErrors.MemberInvalid("expiresAt", ExpiresAt, "as a time of RFC 3339 such as 2027-01-31T00:00:00Z"));
            }
        }

        return errors.Count > 0 ? Result.Failure<ApiKeyRequest>(errors) : new ApiKeyRequest(Label ?? "", roles, expires, string.IsNullOrEmpty(UserId) ? asker : UserId);
    }
}
