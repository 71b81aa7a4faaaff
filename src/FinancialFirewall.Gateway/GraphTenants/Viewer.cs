using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Grains.Users;
using Caller = FinancialFirewall.Grains.Tenants.Caller;

namespace FinancialFirewall.Gateway.GraphTenants;

/// <summary>Who is calling.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="User">The user who is signed in; null for keys.</param>
internal sealed record Viewer(Caller Caller, UserInfo? User)
{
    /// <summary>What would not be refused now.</summary>
    public IEnumerable<Permission> Permissions => Enum.GetValues<Permission>().Where(permission => CallerAdmission.Check(Caller, permission) is null);
}
