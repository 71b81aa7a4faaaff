using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Lists;

namespace FinancialFirewall.Gateway.GraphLists;

/// <summary>Imports of lists: how far they are, and their cancelling. The file itself comes over REST, as it may be larger than any request of GraphQL.</summary>
internal sealed class ListImportFields(TenantLists lists) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.listImports", async call => await lists.ImportsAsync(call.Tenant));
        roots.Field("Query.listImport", async call => await lists.FindImportAsync(call.Tenant, call.Get<string>("id")) is { IsSuccess: true } found ? found.Value : null);
        roots.Field("Mutation.cancelListImport", async call => GraphRefusals.Or(await lists.CancelImportAsync(call.Tenant, call.Get<string>("id")), static import => import));
        roots.Types.Type<ListImportState>("ListImport", static type => type
            .Field("id", static import => import.Id)
            .Field("list", static import => import.List)
            .Field("replaces", static import => import.Replaces)
            .Field("dryRun", static import => import.DryRun)
            .Field("status", static import => import.Status)
            .Field("startedBy", static import => import.StartedBy)
            .Field("startedAt", static import => import.StartedAt)
            .Field("endedAt", static import => import.EndedAt)
            .Field("lines", static import => import.Progress.Lines)
            .Field("refused", static import => import.Progress.Refused)
            .Field("entries", static import => import.Entries)
            .Field("counts", static import => import.Content is null ? null : import.Counts)
            .Field("content", static import => import.Content));
    }
}
