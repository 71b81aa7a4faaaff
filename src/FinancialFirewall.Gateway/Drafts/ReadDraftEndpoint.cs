using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Publishing;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Says which drafts there are, what they say, what they change, and what is wrong with them.</summary>
internal sealed class ReadDraftEndpoint(TenantDrafts drafts, PolicyVersions versions, PolicyCheck check)
{
    public static Task HandleListAsync(HttpContext context, ReadDraftEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, ReadDraftEndpoint endpoint, Guid id)
        => endpoint.AnswerAsync(context, id, draft => DraftResponse.WriteAsync(context, draft));

    public static Task HandleDocumentAsync(HttpContext context, ReadDraftEndpoint endpoint, Guid id)
        => endpoint.AnswerAsync(context, id, draft => PolicyResponse.WriteAsync(context, draft.Tag, PolicyDocumentReader.Read(draft.Document.Span).Value));

    public static Task HandleComparisonAsync(HttpContext context, ReadDraftEndpoint endpoint, Guid id)
        => endpoint.AnswerAsync(context, id, draft => endpoint.CompareAsync(context, draft));

    public static Task HandleValidationAsync(HttpContext context, ReadDraftEndpoint endpoint, Guid id)
        => endpoint.AnswerAsync(context, id, draft => endpoint.CheckAsync(context, draft));

    private async Task ListAsync(HttpContext context)
    {
        var found = await drafts.ListAsync(context.GetCaller().Tenant);
        await DocumentResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var draft in found)
            {
                DraftResponse.Write(json, draft);
            }

            json.WriteEndArray();
        });
    }

    private async Task AnswerAsync(HttpContext context, Guid id, Func<PolicyDraft, Task> answer)
    {
        var found = await drafts.FindAsync(context.GetCaller().Tenant, id);
        await (found.IsSuccess ? answer(found.Value) : DraftResponse.RefuseAsync(context, found.Errors));
    }

    private async Task CheckAsync(HttpContext context, PolicyDraft draft)
        => await PolicyResponse.WriteAsync(context, await check.CheckAsync(context.GetCaller().Tenant, draft.Document));

    private async Task CompareAsync(HttpContext context, PolicyDraft draft)
    {
        var before = (await versions.ReadAsync(context.GetCaller().Tenant, draft.BaseVersion)).Value;
        var differences = PolicyComparison.Compare(before, PolicyDocumentReader.Read(draft.Document.Span).Value);
        await DocumentResponse.WriteAsync(context, json => PolicyComparisonDocument.Write(json, differences));
    }
}
