using System.Text.Json;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Toggles;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Says whether the fraud check is on for a context, which toggle says so, and why the others do not.</summary>
internal sealed class CheckToggleEndpoint(TenantToggles toggles, TimeProvider time)
{
    private const string All = "ALL";
    private static readonly string[] Known = ["tenantId", "paymentType", "localInstrumentationCode", "clearingSystemCode"];

    public static Task HandleAsync(HttpContext context, CheckToggleEndpoint endpoint) => endpoint.CheckAsync(context);

    private async Task CheckAsync(HttpContext context)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(Known);
        var tenant = context.GetCaller().Tenant;
        var asked = new ToggleContext(Member(text, Known[1]), Member(text, Known[2]), Member(text, Known[3]));
        if (text.Text(Known[0]) is { } named && !string.Equals(named, tenant.Name, StringComparison.Ordinal))
        {
            text.Add([RequestErrors.TenantUnknown(named)]);
        }

        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var now = Instant.From(time.GetUtcNow());
        var resolution = await toggles.CheckAsync(tenant, asked);
        await DocumentResponse.WriteAsync(context, json => Write(json, tenant, asked, now, resolution));
    }

    private static string? Member(QueryText text, string name) => text.Text(name) is { } value && value != All ? value : null;

    private static void Write(Utf8JsonWriter json, TenantId tenant, ToggleContext asked, Instant now, ToggleResolution resolution)
    {
        json.WriteStartObject();
        json.WriteString("tenantId", tenant.Name);
        json.WriteString("paymentType", asked.PaymentType ?? All);
        json.WriteString("localInstrumentationCode", asked.LocalInstrumentationCode ?? All);
        json.WriteString("clearingSystemCode", asked.ClearingSystemCode ?? All);
        json.WriteBoolean("isEnabled", resolution.IsEnabled);
        json.WriteString("checkedAt", now.ToString());
        json.WriteString("level", resolution.Level is { } level ? ToggleNames.Of(level) : null);
        json.WritePropertyName("toggle");
        if (resolution.Winner is { } winner)
        {
            ToggleDocument.WriteAnswer(json, winner, tenant);
        }
        else
        {
            json.WriteNullValue();
        }

        WriteLosers(json, resolution.Losers);
        json.WriteEndObject();
    }

    private static void WriteLosers(Utf8JsonWriter json, IReadOnlyList<ToggleLoss> losers)
    {
        json.WriteStartArray("others");
        foreach (var loss in losers)
        {
            json.WriteStartObject();
            json.WriteString("id", loss.Toggle.Id);
            json.WriteString("level", ToggleNames.Of(loss.Toggle.Level));
            json.WriteBoolean("isEnabled", loss.Toggle.IsEnabled);
            json.WriteString("reason", ToggleNames.Of(loss.Reason));
            json.WriteString("explanation", loss.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
