using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>Reads roles as they stand in bodies.</summary>
internal static class RoleList
{
    /// <summary>The roles of the names that are known; the others are refused.</summary>
    public static Roles Read(IReadOnlyList<string?>? names, string member, List<Error> errors)
    {
        var roles = Roles.None;
        for (var i = 0; i < names?.Count; i++)
        {
            var name = names[i] ?? "";
            if (RoleNames.Find(name) is { } role)
            {
                roles |= role;
                continue;
            }

            var offer = NearestName.Find(name, RoleNames.All.AsSpan()) is { } nearest ? $" Did you mean {nearest}?" : "";
            errors.Add(new Error(
                ErrorKind.Invalid, "ROLE_UNKNOWN", $"/{member}/{i}", name, $"There is no role '{name}'; there are {string.Join(", ", RoleNames.All)}.{offer}"));
        }

        return roles;
    }
}
