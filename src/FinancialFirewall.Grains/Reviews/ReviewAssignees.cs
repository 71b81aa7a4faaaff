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
    /// <summary>Why an assessment cannot be given to somebody; null where it can.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="assignee">Who, as follow-ups name actors.</param>
    public async Task<Error?> CheckAsync(TenantId tenant, string assignee)
    {
        TenantScope.Enter(tenant);
        var roles = assignee.Split('/') switch
        {
            ["KEY", var id] => (await grains.GetGrain<ITenantGrain>(tenant.Name).ListApiKeys())
                .FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal)) is { Status: ApiKeyStatus.Active } key ? key.Roles : Roles.None,
            ["USER", var id] => await grains.GetGrain<IUsersGrain>(tenant.Name).Find(id) is { Status: UserStatus.Active } user ? user.Roles : Roles.None,
            _ => Roles.None,
        };
        return PermissionTable.Allows(roles, Permission.ReviewAssessments) ? null : new Error(
            ErrorKind.Invalid,
            "ASSIGNEE_UNKNOWN",
            "assignee",
            assignee,
            "Name somebody who may review and can get in: USER/ or KEY/ and the id, as lists of people and of keys have it.");
    }
}
