using FinancialFirewall.Domain.Access;

namespace FinancialFirewall.Domain.Tests.Access;

public sealed class PermissionTableTests
{
    [Theory]
    [InlineData(Permission.AssessPayments, "SERVICE")]
    [InlineData(Permission.FindAssessments, "OWNER RISK_MANAGER ANALYST AUDITOR SERVICE")]
    [InlineData(Permission.ListAssessments, "OWNER RISK_MANAGER ANALYST AUDITOR")]
    [InlineData(Permission.ReviewAssessments, "OWNER RISK_MANAGER ANALYST")]
    [InlineData(Permission.AssignReviews, "OWNER RISK_MANAGER")]
    [InlineData(Permission.ReportOutcomes, "OWNER ANALYST SERVICE")]
    [InlineData(Permission.CheckToggles, "OWNER RISK_MANAGER ANALYST AUDITOR OPERATOR SERVICE")]
    [InlineData(Permission.ReadToggles, "OWNER RISK_MANAGER ANALYST AUDITOR")]
    [InlineData(Permission.ChangeToggles, "OWNER RISK_MANAGER")]
    [InlineData(Permission.ReadLists, "OWNER RISK_MANAGER ANALYST AUDITOR")]
    [InlineData(Permission.ChangeLists, "OWNER RISK_MANAGER")]
    [InlineData(Permission.ChangeConfigurations, "OWNER RISK_MANAGER")]
    [InlineData(Permission.RefreshPolicies, "OWNER RISK_MANAGER OPERATOR")]
    [InlineData(Permission.ExportPersons, "OWNER AUDITOR")]
    [InlineData(Permission.ErasePersons, "OWNER")]
    [InlineData(Permission.ReadKeys, "OWNER AUDITOR")]
    [InlineData(Permission.ManageKeys, "OWNER")]
    [InlineData(Permission.ReadUsers, "OWNER AUDITOR")]
    [InlineData(Permission.ManageUsers, "OWNER")]
    [InlineData(Permission.UseSession, "OWNER RISK_MANAGER ANALYST AUDITOR OPERATOR SERVICE")]
    [InlineData(Permission.ReadAudit, "OWNER AUDITOR")]
    [InlineData(Permission.ReadTenants, "OWNER RISK_MANAGER ANALYST AUDITOR OPERATOR")]
    [InlineData(Permission.ConfigureTenants, "OWNER")]
    [InlineData(Permission.ManageTenants, "OWNER OPERATOR")]
    [InlineData(Permission.ReadPolicies, "OWNER RISK_MANAGER ANALYST AUDITOR")]
    [InlineData(Permission.TryPolicies, "OWNER RISK_MANAGER ANALYST")]
    [InlineData(Permission.ReadSchema, "OWNER RISK_MANAGER ANALYST AUDITOR OPERATOR")]
    public void HoldersOf_Permission_AreTheseRoles(Permission permission, string roles)
        => Assert.Equal(roles, string.Join(' ', RoleNames.Of(PermissionTable.HoldersOf(permission))));

    [Fact]
    public void HoldersOf_EveryPermission_IsInATestOfThisTable()
    {
        var tested = typeof(PermissionTableTests).GetMethod(nameof(HoldersOf_Permission_AreTheseRoles))!
            .GetCustomAttributesData().Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => (Permission)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value!);

        Assert.Equal(Enum.GetValues<Permission>(), tested.Order());
    }

    [Fact]
    public void Allows_NoRoleOrTheWrongOne_Nothing()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.False(PermissionTable.Allows(Roles.None, permission));
        }

        Assert.False(PermissionTable.Allows(Roles.Owner | Roles.Auditor, Permission.AssessPayments));
        Assert.True(PermissionTable.Allows(Roles.Owner | Roles.Service, Permission.AssessPayments));
    }

    [Fact]
    public void Allows_Auditor_ChangesNothing()
    {
        Permission[] reading =
        [
            Permission.FindAssessments, Permission.ListAssessments, Permission.CheckToggles, Permission.ReadToggles, Permission.ReadLists, Permission.ExportPersons, Permission.ReadKeys,
            Permission.ReadUsers, Permission.UseSession, Permission.ReadAudit, Permission.ReadTenants, Permission.ReadPolicies, Permission.ReadSchema,
        ];

        Assert.Equal(reading, Enum.GetValues<Permission>().Where(permission => PermissionTable.Allows(Roles.Auditor, permission)));
    }

    [Fact]
    public void HoldersOf_NoSuchPermission_IsABug()
        => Assert.Throws<ArgumentOutOfRangeException>(() => PermissionTable.HoldersOf((Permission)999));

    [Fact]
    public void RoleNames_EveryRole_IsFoundByItsName()
    {
        foreach (var name in RoleNames.All)
        {
            Assert.Equal([name], RoleNames.Of(RoleNames.Find(name)!.Value));
        }

        Assert.Equal(Enum.GetValues<Roles>().Length - 1, RoleNames.All.Length);
        Assert.Null(RoleNames.Find("owner"));
    }
}
