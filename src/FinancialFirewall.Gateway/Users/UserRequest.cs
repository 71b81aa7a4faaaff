using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.Users;

/// <summary>What is to change about a user. Members that the firewall itself answers with are accepted and ignored, so that what was read can be sent back.</summary>
internal sealed record UserRequest
{
    /// <summary>What people call the user.</summary>
    public string? Name { get; init; }

    /// <summary>The names of the roles.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Id { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Email { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? CreatedAt { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? LastSignInAt { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? LinkExpiresAt { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? LockedAt { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? LockReason { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? SecondFactor { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? RecoveryCodesLeft { get; init; }

    /// <summary>The change that is asked for; or every role that is none.</summary>
    public Result<UserChange> Read()
    {
        var errors = new List<Error>();
        var roles = RoleList.Read(Roles, "roles", errors);
        return errors.Count > 0 ? Result.Failure<UserChange>(errors) : new UserChange(Name, Roles is null ? null : roles);
    }
}
