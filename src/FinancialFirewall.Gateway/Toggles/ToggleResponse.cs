using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Documents;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Answers with a toggle.</summary>
internal static class ToggleResponse
{
    /// <summary>Answers with one toggle, and with its tag in <c>ETag</c>.</summary>
    public static Task WriteAsync(HttpContext context, TenantId tenant, Toggle toggle, int status = StatusCodes.Status200OK)
        => DocumentResponse.WriteTaggedAsync(context, ToggleDocument.TagOf(toggle), json => ToggleDocument.WriteAnswer(json, toggle, tenant), status);
}
