using System.Collections.Immutable;

namespace FinancialFirewall.Domain.Access;

/// <summary>How roles are spelled: <c>OWNER</c>, <c>RISK_MANAGER</c>, <c>ANALYST</c>, <c>AUDITOR</c>, <c>OPERATOR</c>, <c>SERVICE</c>.</summary>
public static class RoleNames
{
    private static readonly (string Name, Roles Role)[] Names =
    [
        ("OWNER", Roles.Owner), ("RISK_MANAGER", Roles.RiskManager), ("ANALYST", Roles.Analyst),
        ("AUDITOR", Roles.Auditor), ("OPERATOR", Roles.Operator), ("SERVICE", Roles.Service),
    ];

    /// <summary>All names, in the order of the table.</summary>
    public static ImmutableArray<string> All { get; } = [.. Names.Select(static entry => entry.Name)];

    /// <summary>The role of a name; null where there is none.</summary>
    public static Roles? Find(string name)
        => Names.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)) is { Name: not null } found ? found.Role : null;

    /// <summary>The names of the roles, in the order of the table.</summary>
    public static IEnumerable<string> Of(Roles roles) => Names.Where(entry => roles.HasFlag(entry.Role)).Select(static entry => entry.Name);
}
