using System.Collections.Frozen;

namespace FinancialFirewall.Domain.Access;

/// <summary>Who may do what: the one table that every way in asks, whoever comes by it.</summary>
public static class PermissionTable
{
    private const Roles Readers = Roles.Owner | Roles.RiskManager | Roles.Analyst | Roles.Auditor;

    private static readonly FrozenDictionary<Permission, Roles> Table = new Dictionary<Permission, Roles>
    {
        [Permission.AssessPayments] = Roles.Service,
        [Permission.FindAssessments] = Readers | Roles.Service,
        [Permission.ListAssessments] = Readers,
        [Permission.ReviewAssessments] = Roles.Owner | Roles.RiskManager | Roles.Analyst,
        [Permission.AssignReviews] = Roles.Owner | Roles.RiskManager,
        [Permission.ReportOutcomes] = Roles.Owner | Roles.Analyst | Roles.Service,
        [Permission.CheckToggles] = Readers | Roles.Operator | Roles.Service,
        [Permission.ReadToggles] = Readers,
        [Permission.ChangeToggles] = Roles.Owner | Roles.RiskManager,
        [Permission.ChangeConfigurations] = Roles.Owner | Roles.RiskManager,
        [Permission.ReadLists] = Readers,
        [Permission.ChangeLists] = Roles.Owner | Roles.RiskManager,
        [Permission.RefreshPolicies] = Roles.Owner | Roles.RiskManager | Roles.Operator,
        [Permission.ExportPersons] = Roles.Owner | Roles.Auditor,
        [Permission.ErasePersons] = Roles.Owner,
        [Permission.ReadKeys] = Roles.Owner | Roles.Auditor,
        [Permission.ManageKeys] = Roles.Owner,
        [Permission.ReadUsers] = Roles.Owner | Roles.Auditor,
        [Permission.ManageUsers] = Roles.Owner,
        [Permission.UseSession] = Readers | Roles.Operator | Roles.Service,
        [Permission.ReadAudit] = Roles.Owner | Roles.Auditor,
        [Permission.ReadTenants] = Readers | Roles.Operator,
        [Permission.ConfigureTenants] = Roles.Owner,
        [Permission.ManageTenants] = Roles.Owner | Roles.Operator,
        [Permission.ReadPolicies] = Readers,
        [Permission.TryPolicies] = Roles.Owner | Roles.RiskManager | Roles.Analyst,
        [Permission.ReadSchema] = Readers | Roles.Operator,
    }.ToFrozenDictionary();

    /// <summary>The roles of which each has a permission by itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The permission is in no row of the table.</exception>
    public static Roles HoldersOf(Permission permission) => Table.TryGetValue(permission, out var holders)
        ? holders
        : throw new ArgumentOutOfRangeException(nameof(permission), permission, "Every permission has a row in the table.");

    /// <summary>Whether somebody with these roles may do it.</summary>
    public static bool Allows(Roles roles, Permission permission) => (HoldersOf(permission) & roles) != Roles.None;

    /// <summary>Whether it takes a role in the operator's own tenant.</summary>
    public static bool IsOperatorsAlone(Permission permission) => permission == Permission.ManageTenants;

    /// <summary>Whether it takes somebody who is signed in: a key does not do.</summary>
    public static bool IsPeoplesAlone(Permission permission) => permission == Permission.UseSession;

    /// <summary>Whether it may be done in a tenant that is suspended: everything but having payments decided.</summary>
    public static bool HoldsWhileSuspended(Permission permission) => permission != Permission.AssessPayments;
}
