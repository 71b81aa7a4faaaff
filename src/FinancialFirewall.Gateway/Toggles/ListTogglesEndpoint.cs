using System.Collections.Frozen;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Toggles;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Answers the toggles of one view as a JSON array.</summary>
internal sealed class ListTogglesEndpoint(TenantToggles toggles, TimeProvider time)
{
    private static readonly FrozenDictionary<string, Comparison<Toggle>> Orders = new Dictionary<string, Comparison<Toggle>>(StringComparer.Ordinal)
    {
        ["createdAt"] = ToggleViews.ByCreation,
        ["updatedAt"] = ToggleViews.ByChange,
        ["effectiveFrom"] = ToggleViews.ByBeginning,
        ["effectiveUntil"] = ToggleViews.ByEnd,
        ["priority"] = ToggleViews.ByPriority,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Task HandleActiveAsync(HttpContext context, ListTogglesEndpoint endpoint) => endpoint.AnswerAsync(context, ToggleViews.Active);

    public static Task HandleEffectiveAsync(HttpContext context, ListTogglesEndpoint endpoint) => endpoint.AnswerAsync(context, ToggleViews.Effective);

    public static Task HandleFutureAsync(HttpContext context, ListTogglesEndpoint endpoint) => endpoint.AnswerAsync(context, ToggleViews.Future);

    public static Task HandleExpiredAsync(HttpContext context, ListTogglesEndpoint endpoint) => endpoint.AnswerAsync(context, ToggleViews.Expired);

    /// <summary>Answers all toggles of the caller's own tenant, active or not; no other tenant is found.</summary>
    public static Task HandleTenantAsync(HttpContext context, ListTogglesEndpoint endpoint, string tenantId)
        => string.Equals(tenantId, context.GetCaller().Tenant.Name, StringComparison.Ordinal)
            ? endpoint.AnswerAsync(context, ToggleViews.All)
            : ProblemWriter.WriteAsync(context, RequestErrors.TenantUnknown(tenantId));

    private async Task AnswerAsync(HttpContext context, Func<Toggle, Instant, bool> view)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(SortedPage<Toggle>.Members);
        var page = new SortedPage<Toggle>(text, Orders, "createdAt", PolicyDocument.MaximumToggles);
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var tenant = context.GetCaller().Tenant;
        var now = Instant.From(time.GetUtcNow());
        var found = page.Take(context, (await toggles.ListAsync(tenant)).Where(toggle => view(toggle, now)));
        await DocumentResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var toggle in found)
            {
                ToggleDocument.WriteAnswer(json, toggle, tenant);
            }

            json.WriteEndArray();
        });
    }
}
