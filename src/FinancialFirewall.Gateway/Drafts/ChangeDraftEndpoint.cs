using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Configurations;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Grains.Drafts;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Makes drafts and changes what they say.</summary>
internal sealed class ChangeDraftEndpoint(TenantDrafts drafts)
{
    public static Task HandleCreateAsync(HttpContext context, ChangeDraftEndpoint endpoint) => endpoint.CreateAsync(context);

    public static Task HandleDescribeAsync(HttpContext context, ChangeDraftEndpoint endpoint, Guid id) => endpoint.DescribeAsync(context, id);

    public static Task HandleReplaceAsync(HttpContext context, ChangeDraftEndpoint endpoint, Guid id) => endpoint.ReplaceAsync(context, id);

    public static Task HandleAddConfigurationAsync(HttpContext context, ChangeDraftEndpoint endpoint, Guid id)
        => endpoint.SetConfigurationAsync(context, id, configuration: null);

    public static Task HandleReplaceConfigurationAsync(HttpContext context, ChangeDraftEndpoint endpoint, Guid id, Guid configurationId)
        => endpoint.SetConfigurationAsync(context, id, configurationId);

    public static Task HandleDeleteConfigurationAsync(HttpContext context, ChangeDraftEndpoint endpoint, Guid id, Guid configurationId)
        => endpoint.DeleteConfigurationAsync(context, id, configurationId);

    private async Task CreateAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<DraftRequest>(context.Request);
        var created = sent.IsSuccess
            ? await drafts.CreateAsync(context.GetCaller().Tenant, new NewDraft(sent.Value.Name ?? "", sent.Value.Comment ?? "", sent.Value.FromVersion ?? 0))
            : Result.Failure<PolicyDraft>(sent.Errors);
        if (created.IsSuccess)
        {
            context.Response.Headers.Location = $"{DraftEndpoints.Path}/{created.Value.Id:D}";
        }

        await DraftResponse.WriteAsync(context, created, StatusCodes.Status201Created);
    }

    private async Task DescribeAsync(HttpContext context, Guid id)
    {
        var sent = await RequestDocument.ReadAsync<DraftRequest>(context.Request);
        await DraftResponse.WriteAsync(context, sent.IsSuccess
            ? await drafts.ChangeAsync(
                context.GetCaller().Tenant, id, new DraftChange(SeenTag.Read(context.Request)) { Name = sent.Value.Name, Comment = sent.Value.Comment })
            : Result.Failure<PolicyDraft>(sent.Errors));
    }

    private async Task ReplaceAsync(HttpContext context, Guid id)
    {
        var body = await RequestBody.ReadAsync(context.Request, ChangePolicyEndpoint.MaximumBytes);
        await DraftResponse.WriteAsync(context, body.IsSuccess
            ? await drafts.ChangeAsync(context.GetCaller().Tenant, id, new DraftChange(SeenTag.Read(context.Request)) { Document = body.Value })
            : Result.Failure<PolicyDraft>(body.Errors));
    }

    private async Task SetConfigurationAsync(HttpContext context, Guid id, Guid? configuration)
    {
        var sent = await ChangeConfigurationEndpoint.ReadAsync(context);
        var changed = sent.IsSuccess
            ? await drafts.SetConfigurationAsync(context.GetCaller().Tenant, id, new DraftConfiguration(SeenTag.Read(context.Request), configuration, sent.Value))
            : sent;
        await AnswerAsync(context, changed, configuration is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task DeleteConfigurationAsync(HttpContext context, Guid id, Guid configuration)
    {
        var deleted = await drafts.SetConfigurationAsync(
            context.GetCaller().Tenant, id, new DraftConfiguration(SeenTag.Read(context.Request), configuration, Configuration: null));
        await DraftResponse.WriteNothingAsync(context, deleted);
    }

    private static Task AnswerAsync(HttpContext context, Result<RiskConfiguration> changed, int status) => changed.IsSuccess
        ? DocumentResponse.WriteAsync(context, json => RiskConfigurationDocument.WriteAnswer(json, changed.Value, context.GetCaller().Tenant), status)
        : DraftResponse.RefuseAsync(context, changed.Errors);
}
