using System.Text.Json;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Configurations;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Says which configuration decides about the payments of a context, and why the others do not.</summary>
internal sealed class CheckConfigurationEndpoint(TenantConfigurations configurations)
{
    private static readonly string[] Known = ["paymentType", "localInstrumentationCode", "clearingSystemCode", "paymentSource"];

    public static Task HandleAsync(HttpContext context, CheckConfigurationEndpoint endpoint) => endpoint.CheckAsync(context);

    private async Task CheckAsync(HttpContext context)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(Known);
        var source = text.Values(Known[3], ConfigurationNames.PaymentSources) is [var named, ..] ? named : PaymentSource.BankClient;
        var scope = new ToggleContext(text.Text(Known[0]), text.Text(Known[1]), text.Text(Known[2]));
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var tenant = context.GetCaller().Tenant;
        var selection = await configurations.SelectAsync(tenant, new ConfigurationContext(source, scope));
        await DocumentResponse.WriteAsync(context, json => Write(json, tenant, selection));
    }

    private static void Write(Utf8JsonWriter json, TenantId tenant, ConfigurationSelection selection)
    {
        json.WriteStartObject();
        json.WritePropertyName("configuration");
        if (selection.Winner is { } winner)
        {
            RiskConfigurationDocument.WriteAnswer(json, winner, tenant);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("others");
        foreach (var loss in selection.Losers)
        {
            json.WriteStartObject();
            json.WriteString("id", loss.Configuration.Id);
            json.WriteString("configurationName", loss.Configuration.ConfigurationName);
            json.WriteString("reason", EnumNames.Of(loss.Reason));
            json.WriteString("explanation", loss.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
