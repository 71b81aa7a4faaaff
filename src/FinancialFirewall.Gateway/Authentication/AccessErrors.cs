using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>Why somebody who is known may not do something.</summary>
internal static class AccessErrors
{
    public static Error RoleMissing(Roles roles, Permission permission) => new(
        ErrorKind.Forbidden,
        "ROLE_MISSING",
        "",
        string.Join(' ', RoleNames.Of(roles)),
        $"This takes one of the roles {string.Join(", ", RoleNames.Of(PermissionTable.HoldersOf(permission)))}; who is calling has {(roles == Roles.None ? "none" : string.Join(", ", RoleNames.Of(roles)))}.");

    public static Error OperatorOnly { get; } = new(
        ErrorKind.Forbidden, "OPERATOR_ONLY", "", "", "This takes a key of the operator's tenant, which manages the others.");

    public static Error SessionRequired { get; } = new(
        ErrorKind.Forbidden, "SESSION_REQUIRED", "", "", "This is for people who are signed in: POST /api/v1/session. A key has no password and no sessions.");

    public static Error FactorRequired { get; } = new(
        ErrorKind.Forbidden,
        "SECOND_FACTOR_SET_UP_REQUIRED",
        "",
        "",
        "The tenant asks everybody for a second factor: set yours up by POST /api/v1/users/me/second-factor; until then nothing else can be done.");

    public static Error CsrfWrong { get; } = new(
        ErrorKind.Forbidden,
        "CSRF_TOKEN_WRONG",
        CsrfToken.Header,
        "",
        $"Who comes with a cookie and changes something, or asks GraphQL, sends the header {CsrfToken.Header} with the 'csrfToken' of GET /api/v1/session.");

    public static Error OperatorDecidesNothing { get; } = new(
        ErrorKind.Forbidden, "OPERATOR_TENANT", "", "", "The operator's tenant decides no payments: send them with a key of the tenant that they belong to.");

    public static Error Suspended(TenantId tenant) => new(
        ErrorKind.Forbidden,
        "TENANT_SUSPENDED",
        "tenantId",
        tenant.Name,
        $"The tenant '{tenant.Name}' is suspended: its payments are not decided until the operator lets it work again. Nothing is deleted.");
}
