using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphConfigurations;
using FinancialFirewall.Gateway.GraphPolicies;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphDrafts;

/// <summary>Drafts of the policy: made, changed, checked, submitted, approved, published.</summary>
internal sealed class DraftFields(TenantDrafts drafts, PolicyVersions versions, PolicyCheck check) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.drafts", async call => await drafts.ListAsync(call.Tenant));
        roots.Field("Query.draft", async call => await FindAsync(call) is { IsSuccess: true } found ? found.Value : null);
        roots.Field("Query.draftComparison", CompareAsync);
        roots.Field("Query.draftValidation", CheckAsync);
        roots.Field("Mutation.createDraft", CreateAsync);
        roots.Field("Mutation.changeDraft", ChangeAsync);
        roots.Field("Mutation.createDraftConfiguration", call => SetConfigurationAsync(call, id: null));
        roots.Field("Mutation.replaceDraftConfiguration", call => SetConfigurationAsync(call, call.Get<Guid>("configurationId")));
        roots.Field("Mutation.deleteDraftConfiguration", async call => GraphRefusals.Or(
            await drafts.SetConfigurationAsync(call.Tenant, IdOf(call), new DraftConfiguration(TagOf(call), call.Get<Guid>("configurationId"), Configuration: null)), static it => it));
        BindSteps(roots);
        DraftType.Bind(roots.Types);
    }

    private static Guid IdOf(GraphCall call) => call.Get<Guid>("id");

    private static string? TagOf(GraphCall call) => call.Get<string>("ifTag");

    private static object? Answer(Result<PolicyDraft> draft) => GraphRefusals.Or(draft, static it => it);

    private void BindSteps(GraphRoots roots)
    {
        Step("rebaseDraft", (tenant, id, tag, _) => drafts.RebaseAsync(tenant, id, tag));
        Step("submitDraft", (tenant, id, tag, _) => drafts.SubmitAsync(tenant, id, tag));
        Step("withdrawDraft", (tenant, id, tag, _) => drafts.WithdrawAsync(tenant, id, tag));
        Step("rejectDraft", (tenant, id, tag, call) => drafts.RejectAsync(tenant, id, tag, call.Get<string>("reason")));
        Step("discardDraft", (tenant, id, tag, _) => drafts.DiscardAsync(tenant, id, tag));
        roots.Field("Mutation.approveDraft", call => PublishAsync(call, isApproval: true));
        roots.Field("Mutation.publishDraft", call => PublishAsync(call, isApproval: false));

        void Step(string name, Func<TenantId, Guid, string?, GraphCall, Task<Result<PolicyDraft>>> step)
            => roots.Field($"Mutation.{name}", async call => Answer(await step(call.Tenant, IdOf(call), TagOf(call), call)));
    }

    private Task<Result<PolicyDraft>> FindAsync(GraphCall call) => drafts.FindAsync(call.Tenant, IdOf(call));

    private async Task<object?> CompareAsync(GraphCall call)
    {
        var found = await FindAsync(call);
        if (!found.IsSuccess)
        {
            return GraphRefusals.Of(found.Errors);
        }

        var before = await versions.ReadAsync(call.Tenant, found.Value.BaseVersion);
        return PolicyComparison.Compare(before.Value, PolicyDocumentReader.Read(found.Value.Document.Span).Value);
    }

    private async Task<object?> CheckAsync(GraphCall call)
    {
        var found = await FindAsync(call);
        return found.IsSuccess ? await check.CheckAsync(call.Tenant, found.Value.Document) : GraphRefusals.Of(found.Errors);
    }

    private async Task<object?> CreateAsync(GraphCall call)
    {
        var from = JsonBody.ReadVersion(call, "fromVersion");
        return Answer(from.IsSuccess
            ? await drafts.CreateAsync(call.Tenant, new NewDraft(call.Get<string>("name"), call.Get<string>("comment") ?? "", from.Value))
            : Result.Failure<PolicyDraft>(from.Errors));
    }

    private async Task<object?> ChangeAsync(GraphCall call) => Answer(await drafts.ChangeAsync(call.Tenant, IdOf(call), new DraftChange(TagOf(call))
    {
        Name = call.Get<string>("name"),
        Comment = call.Get<string>("comment"),
        Document = call.Get<JsonInput>("document") is null ? default(ReadOnlyMemory<byte>?) : JsonBody.Read(call, "document"),
    }));

    private async Task<object?> SetConfigurationAsync(GraphCall call, Guid? id)
    {
        var sent = ConfigurationFields.Read(call);
        return GraphRefusals.Or(
            sent.IsSuccess ? await drafts.SetConfigurationAsync(call.Tenant, IdOf(call), new DraftConfiguration(TagOf(call), id, sent.Value)) : sent, static it => it);
    }

    private async Task<object?> PublishAsync(GraphCall call, bool isApproval)
        => VersionFields.Answer(await drafts.PublishAsync(call.Tenant, IdOf(call), new DraftPublication(TagOf(call), call.Get<string>("comment") ?? "", isApproval)));
}
