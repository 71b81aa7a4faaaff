using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Publishing;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Takes drafts a step further: brought up to date, submitted, withdrawn, rejected, approved, published, discarded.</summary>
internal sealed class DraftStepEndpoint(TenantDrafts drafts)
{
    public static Task HandleRebaseAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id)
        => endpoint.StepAsync(context, (way, tenant, tag) => way.RebaseAsync(tenant, id, tag));

    public static Task HandleSubmitAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id)
        => endpoint.StepAsync(context, (way, tenant, tag) => way.SubmitAsync(tenant, id, tag));

    public static Task HandleWithdrawAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id)
        => endpoint.StepAsync(context, (way, tenant, tag) => way.WithdrawAsync(tenant, id, tag));

    public static Task HandleRejectAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id) => endpoint.RejectAsync(context, id);

    public static Task HandleApproveAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id) => endpoint.PublishAsync(context, id, isApproval: true);

    public static Task HandlePublishAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id) => endpoint.PublishAsync(context, id, isApproval: false);

    public static Task HandleDiscardAsync(HttpContext context, DraftStepEndpoint endpoint, Guid id) => endpoint.DiscardAsync(context, id);

    private async Task StepAsync(HttpContext context, Func<TenantDrafts, TenantId, string?, Task<Result<PolicyDraft>>> step)
        => await DraftResponse.WriteAsync(context, await step(drafts, context.GetCaller().Tenant, SeenTag.Read(context.Request)));

    private async Task RejectAsync(HttpContext context, Guid id)
    {
        var sent = await RequestDocument.ReadAsync<RejectionRequest>(context.Request);
        await DraftResponse.WriteAsync(context, sent.IsSuccess
            ? await drafts.RejectAsync(context.GetCaller().Tenant, id, SeenTag.Read(context.Request), sent.Value.Reason ?? "")
            : Result.Failure<PolicyDraft>(sent.Errors));
    }

    private async Task PublishAsync(HttpContext context, Guid id, bool isApproval)
    {
        var sent = await RequestDocument.ReadAsync<CommentRequest>(context.Request);
        var published = sent.IsSuccess
            ? await drafts.PublishAsync(context.GetCaller().Tenant, id, new DraftPublication(SeenTag.Read(context.Request), sent.Value.Comment ?? "", isApproval))
            : Result.Failure<PublishedPolicy>(sent.Errors);
        await (published.IsSuccess ? PolicyResponse.WriteAsync(context, published) : DraftResponse.RefuseAsync(context, published.Errors));
    }

    private async Task DiscardAsync(HttpContext context, Guid id)
    {
        var discarded = await drafts.DiscardAsync(context.GetCaller().Tenant, id, SeenTag.Read(context.Request));
        await DraftResponse.WriteNothingAsync(context, discarded);
    }
}
