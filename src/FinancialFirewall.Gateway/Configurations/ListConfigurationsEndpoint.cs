using System.Collections.Frozen;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Configurations;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Answers configurations as a JSON array: all of them, or those that are active, by what they are for.</summary>
internal sealed class ListConfigurationsEndpoint(TenantConfigurations configurations)
{
    private static readonly FrozenDictionary<string, Comparison<RiskConfiguration>> Orders = new Dictionary<string, Comparison<RiskConfiguration>>(StringComparer.Ordinal)
    {
        ["createdAt"] = static (left, right) => left.CreatedAt.CompareTo(right.CreatedAt),
        ["updatedAt"] = static (left, right) => left.UpdatedAt.CompareTo(right.UpdatedAt),
        ["configurationName"] = static (left, right) => string.CompareOrdinal(left.ConfigurationName, right.ConfigurationName),
        ["priority"] = static (left, right) => left.Priority.CompareTo(right.Priority),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Task HandleAllAsync(HttpContext context, ListConfigurationsEndpoint endpoint) => endpoint.AnswerAsync(context, onlyActive: false);

    public static Task HandleActiveAsync(HttpContext context, ListConfigurationsEndpoint endpoint) => endpoint.AnswerAsync(context, onlyActive: true);

    private async Task AnswerAsync(HttpContext context, bool onlyActive)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown([.. SortedPage<RiskConfiguration>.Members, .. ConfigurationFilter.Members]);
        var page = new SortedPage<RiskConfiguration>(text, Orders, "createdAt", PolicyDocument.MaximumConfigurations);
        var filter = new ConfigurationFilter(text);
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var tenant = context.GetCaller().Tenant;
        var found = page.Take(context, (await configurations.ListAsync(tenant)).Where(one => filter.Fits(one) && (one.IsEnabled || !onlyActive)));
        await DocumentResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var one in found)
            {
                RiskConfigurationDocument.WriteAnswer(json, one, tenant);
            }

            json.WriteEndArray();
        });
    }
}
