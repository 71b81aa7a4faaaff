using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>The refusals of <see cref="IPolicyGrain"/>.</summary>
internal static class PolicyErrors
{
    public static Error Pending(int version) => new(
        ErrorKind.Pending,
        "PUBLISH_PENDING",
        "",
        Text(version),
        $"Policy version {version} is accepted and being published: until it is in force either version may decide. Ask again for the version in force.");

    private const string VersionConflictCode = "POLICY_VERSION_CONFLICT";

    public static bool IsVersionConflict(IReadOnlyList<Error> errors) => string.Equals(errors[0].Code, VersionConflictCode, StringComparison.Ordinal);

    public static Error VersionConflict(int expected, int committed) => new(
        ErrorKind.Conflict,
        VersionConflictCode,
        "expectedVersion",
        Text(expected),
        $"The change was made from policy version {expected}, and version {committed} is in force: read it and apply the change to it.");

    public static Error TenantUnknown(TenantId tenant)
        => new(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", tenant.Name, $"There is no tenant '{tenant}'.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
