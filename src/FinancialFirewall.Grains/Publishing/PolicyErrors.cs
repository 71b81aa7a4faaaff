using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;

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

    /// <summary>Somebody else's change is on its way; nobody may take its being pending for this one's.</summary>
    public static Error Busy { get; } = new(
        ErrorKind.Unavailable, "POLICY_BUSY", "", "", "Another change of the policy is still being published; this one was not begun. Try again in a while.");

    private const string VersionConflictCode = "POLICY_VERSION_CONFLICT";

    public static bool IsVersionConflict(IReadOnlyList<Error> errors) => string.Equals(errors[0].Code, VersionConflictCode, StringComparison.Ordinal);

    public static Error VersionConflict(int expected, int committed) => new(
        ErrorKind.Conflict,
        VersionConflictCode,
        "expectedVersion",
        Text(expected),
        $"The change was made from policy version {expected}, and version {committed} is in force: read it and apply the change to it.");

    /// <summary>There is nothing that a change could be made to.</summary>
    public static Error Missing { get; } = new(
        ErrorKind.Conflict, "POLICY_MISSING", "", "", "The tenant has no policy yet: import a policy file before changing anything in it.");

    /// <summary>The tenant wants two people for a change like this.</summary>
    public static Error ApprovalRequired { get; } = new(
        ErrorKind.Conflict,
        "APPROVAL_REQUIRED",
        "",
        "",
        "This tenant publishes with a second person's approval: make the change in a draft (POST /api/v1/policy/drafts), submit it, and have somebody else approve it. Entries of lists, and what cannot switch the fraud check off anywhere, such as enabling it by a toggle, hold at once.");

    public static Error TooLarge(int bytes) => new(
        ErrorKind.TooLarge, "POLICY_TOO_LARGE", "", Text(bytes), $"The policy has {bytes:N0} bytes in its canonical form; at most {PolicyStore.MaximumDocumentBytes:N0} are kept in one version.");

    public static Error VersionsExhausted { get; } = new(
        ErrorKind.Conflict, "POLICY_VERSIONS_EXHAUSTED", "", "", $"A tenant has at most {PolicyStore.MaximumVersions:N0} policy versions, and each is kept: nothing more can be published.");

    /// <summary>There is no such version.</summary>
    public static Error VersionUnknown(int version)
        => new(ErrorKind.NotFound, "POLICY_VERSION_UNKNOWN", "version", Text(version), "There is no published policy version with this number.");

    public static Error TenantUnknown(TenantId tenant)
        => new(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", tenant.Name, $"There is no tenant '{tenant}'.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
