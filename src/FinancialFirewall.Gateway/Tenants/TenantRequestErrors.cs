using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>The refusals of requests about tenants beside those of tenants themselves.</summary>
internal static class TenantRequestErrors
{
    public static Error IdInvalid(string found) => new(
        ErrorKind.Invalid, "TENANT_ID_INVALID", "tenantId", found, $"A tenant's id has 1 to {TenantId.MaximumLength} characters of a-z, 0-9 and '-'.");

    public static Error Exists(TenantId tenant) => new(
        ErrorKind.Conflict, "TENANT_EXISTS", "tenantId", tenant.Name, $"There is a tenant '{tenant.Name}' already.");

    public static Error OperatorManaged(string member) => new(
        ErrorKind.Forbidden, "OPERATOR_ONLY", member, "", $"'{member}' is the operator's to say.");

    public static Error OperatorItself { get; } = new(
        ErrorKind.Conflict, "OPERATOR_TENANT", "tenantId", "operator", "The operator's own tenant is neither suspended nor closed: nobody could let it work again.");
}
