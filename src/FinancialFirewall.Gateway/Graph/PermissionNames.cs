using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>How the schema spells permissions: <c>ASSESS_PAYMENTS</c>.</summary>
internal static class PermissionNames
{
    /// <summary>Stands for no permission: a key that is good will do.</summary>
    public const string None = "NONE";

    /// <summary>All names but <see cref="None"/>.</summary>
    public static IEnumerable<string> All => EnumNames.All<Permission>();

    /// <summary>The permission of a name; null where there is none.</summary>
    public static Permission? Find(string name) => EnumNames.Find<Permission>(name);
}
