using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.Users;

/// <summary>Somebody who is to be invited.</summary>
internal sealed record InvitationRequest
{
    /// <summary>The mail address to sign in with.</summary>
    public string? Email { get; init; }

    /// <summary>What people call the user.</summary>
    public string? Name { get; init; }

    /// <summary>The names of the roles.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The user that is asked for; or every role that is none.</summary>
    public Result<NewUser> Read()
    {
        var errors = new List<Error>();
        var roles = RoleList.Read(Roles, "roles", errors);
        return errors.Count > 0 ? Result.Failure<NewUser>(errors) : new NewUser(Email ?? "", Name ?? "", roles);
    }
}
