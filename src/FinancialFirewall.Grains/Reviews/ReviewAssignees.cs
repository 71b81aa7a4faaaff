using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using Orleans;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>Knows to whom an assessment can be given: to those who may review it, and get in.</summary>
public sealed class ReviewAssignees(IGrainFactory grains)
{
    private const string People = "USER";
    private const string Keys = "KEY";

    /// <summary>Everybody to whom an assessment can be given: people in the order in which they were invited, then keys.</summary>
    public async Task<IReadOnlyList<ReviewAssignee>> ListAsync(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        var users = await grains.GetGrain<IUsersGrain>(tenant.Name).List();
        var keys = await grains.GetGrain<ITenantGrain>(tenant.Name).ListApiKeys();
        return
        [
            .. users.Where(user => MayReview(RolesOf(user, keys))).Select(static user => new ReviewAssignee($"{People}/{user.Id}", user.Name)),
            .. keys.Where(static key => key.UserId.Length == 0 && MayReview(RolesOf(key))).Select(static key => new ReviewAssignee($"{Keys}/{key.Id}", key.Label)),
        ];
    }

    /// <summary>Why an assessment cannot be given to somebody; null where it can.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="assignee">Who, as follow-ups name actors.</param>
    public async Task<Error?> CheckAsync(TenantId tenant, string assignee)
    {
        TenantScope.Enter(tenant);
        var keys = await grains.GetGrain<ITenantGrain>(tenant.Name).ListApiKeys();
        var roles = assignee.Split('/') switch
        {
            [Keys, var id] => RolesOf(keys.FirstOrDefault(key => key.UserId.Length == 0 && string.Equals(key.Id, id, StringComparison.Ordinal))),
            [People, var id] when await grains.GetGrain<IUsersGrain>(tenant.Name).Find(id) is { } user => RolesOf(user, keys),
            _ => Roles.None,
        };
        return MayReview(roles) ? null : new Error(
            ErrorKind.Invalid,
            "ASSIGNEE_UNKNOWN",
            "assignee",
            assignee,
            "Name somebody who may review and can get in: USER/ or KEY/ and the id, as lists of people and of keys have it. Of a key that a user holds, name the user.");
    }

    private static bool MayReview(Roles roles) => PermissionTable.Allows(roles, Permission.ReviewAssessments);

    /// <summary>The roles of a user by each way in: signed in, and with the keys that the user holds.</summary>
    private static Roles RolesOf(UserInfo user, IEnumerable<ApiKeyInfo> keys)
        => keys.Where(key => string.Equals(key.UserId, user.Id, StringComparison.Ordinal))
            .Aggregate(user.Status == UserStatus.Active ? user.Roles : Roles.None, static (roles, key) => roles | RolesOf(key));

    /// <summary>The roles of a key that lets somebody in; none of another one, or where there is none.</summary>
    private static Roles RolesOf(ApiKeyInfo? key) => key is { Status: ApiKeyStatus.Active } ? key.Roles : Roles.None;
}
