using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>A tenant as it is answered: nothing secret.</summary>
internal sealed record TenantAnswer(
    string TenantId, string Name, string Status, string StatusReason, string StatusSince, string CreatedAt, int RetentionYears, int MaximumApiKeys,
    bool SecondFactorRequired, bool RequiresApproval, ReviewSettings Reviews)
{
    /// <summary>What may be told about a tenant.</summary>
    public static TenantAnswer Of(TenantProfile tenant) => new(
        tenant.Tenant.Name,
        tenant.Name,
        EnumNames.Of(tenant.Status),
        tenant.StatusReason,
        tenant.StatusSince.ToString(),
        tenant.Since.ToString(),
        tenant.RetentionYears,
        tenant.MaximumApiKeys,
        tenant.IsSecondFactorRequired,
        tenant.RequiresApproval,
        tenant.Reviews);
}
