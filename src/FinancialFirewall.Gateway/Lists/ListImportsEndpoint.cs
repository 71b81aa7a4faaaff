using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Lists;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>How far imports are, and their cancelling.</summary>
internal sealed class ListImportsEndpoint(TenantLists lists)
{
    public static Task HandleListAsync(HttpContext context, ListImportsEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, ListImportsEndpoint endpoint, string id) => endpoint.FindAsync(context, id);

    public static Task HandleCancelAsync(HttpContext context, ListImportsEndpoint endpoint, string id) => endpoint.CancelAsync(context, id);

    private async Task ListAsync(HttpContext context)
    {
        var imports = await lists.ImportsAsync(context.GetCaller().Tenant);
        await ListResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var import in imports)
            {
                json.WriteStartObject();
                ListResponse.WriteMembers(json, import);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private async Task FindAsync(HttpContext context, string id) => await AnswerAsync(context, await lists.FindImportAsync(context.GetCaller().Tenant, id));

    private async Task CancelAsync(HttpContext context, string id) => await AnswerAsync(context, await lists.CancelImportAsync(context.GetCaller().Tenant, id));

    private static Task AnswerAsync(HttpContext context, Result<ListImportState> import) => !import.IsSuccess
        ? ProblemWriter.WriteAsync(context, import.Errors)
        : ListResponse.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            ListResponse.WriteMembers(json, import.Value);
            json.WriteEndObject();
        });
}
