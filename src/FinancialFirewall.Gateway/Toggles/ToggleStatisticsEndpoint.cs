using System.Text.Json;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Grains.Toggles;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Counts a tenant's toggles.</summary>
internal sealed class ToggleStatisticsEndpoint(TenantToggles toggles, TimeProvider time)
{
    public static Task HandleAsync(HttpContext context, ToggleStatisticsEndpoint endpoint) => endpoint.CountAsync(context);

    private async Task CountAsync(HttpContext context)
    {
        var tenant = context.GetCaller().Tenant;
        var now = Instant.From(time.GetUtcNow());
        var counts = ToggleStatistics.Of(await toggles.ListAsync(tenant), now);
        await DocumentResponse.WriteAsync(context, json => Write(json, tenant, now, counts));
    }

    private static void Write(Utf8JsonWriter json, TenantId tenant, Instant now, ToggleStatistics counts)
    {
        json.WriteStartObject();
        json.WriteString("tenantId", tenant.Name);
        json.WriteString("countedAt", now.ToString());
        json.WriteNumber("totalConfigurations", counts.Total);
        json.WriteNumber("activeConfigurations", counts.Active);
        json.WriteNumber("effectiveConfigurations", counts.Effective);
        json.WriteNumber("futureConfigurations", counts.Future);
        json.WriteNumber("expiredConfigurations", counts.Expired);
        json.WriteNumber("enabledConfigurations", counts.Enabled);
        json.WriteNumber("disabledConfigurations", counts.Disabled);
        json.WriteStartObject("effectiveByLevel");
        foreach (var (level, count) in counts.Levels)
        {
            json.WriteNumber(ToggleNames.Of(level), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
