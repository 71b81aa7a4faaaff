using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Configurations;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Finds, creates, replaces and deletes configurations.</summary>
internal sealed class ChangeConfigurationEndpoint(TenantConfigurations configurations)
{
    public static Task HandleFindAsync(HttpContext context, ChangeConfigurationEndpoint endpoint, Guid id) => endpoint.FindAsync(context, id);

    public static Task HandleCreateAsync(HttpContext context, ChangeConfigurationEndpoint endpoint) => endpoint.CreateAsync(context);

    public static Task HandleReplaceAsync(HttpContext context, ChangeConfigurationEndpoint endpoint, Guid id) => endpoint.ReplaceAsync(context, id);

    public static Task HandleDeleteAsync(HttpContext context, ChangeConfigurationEndpoint endpoint, Guid id) => endpoint.DeleteAsync(context, id);

    /// <summary>The configuration that a request brings; or everything that is wrong with it.</summary>
    public static async Task<Result<RiskConfiguration>> ReadAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, RiskConfigurationDocument.MaximumLength);
        return body.IsSuccess ? ConfigurationBody.Read(body.Value.Span) : Result.Failure<RiskConfiguration>(body.Errors);
    }

    private async Task FindAsync(HttpContext context, Guid id)
    {
        var found = (await configurations.ListAsync(context.GetCaller().Tenant)).FirstOrDefault(one => one.Id == id);
        await ConfigurationResponse.WriteAsync(context, found is null ? ConfigurationRequestErrors.Unknown(id) : found);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var sent = await ReadAsync(context);
        var created = sent.IsSuccess ? await configurations.CreateAsync(context.GetCaller().Tenant, sent.Value) : sent;
        if (created.IsSuccess)
        {
            context.Response.Headers.Location = $"{ConfigurationEndpoints.Path}/{created.Value.Id:D}";
        }

        await ConfigurationResponse.WriteAsync(context, created, StatusCodes.Status201Created);
    }

    private async Task ReplaceAsync(HttpContext context, Guid id)
    {
        var sent = await ReadAsync(context);
        await ConfigurationResponse.WriteAsync(context, sent.IsSuccess
            ? await configurations.ReplaceAsync(context.GetCaller().Tenant, id, new SentConfiguration(sent.Value, SeenTag.Read(context.Request)))
            : sent);
    }

    private async Task DeleteAsync(HttpContext context, Guid id)
    {
        var deleted = await configurations.DeleteAsync(context.GetCaller().Tenant, id, SeenTag.Read(context.Request));
        if (!deleted.IsSuccess)
        {
            await ConfigurationResponse.WriteAsync(context, deleted);
            return;
        }

        DocumentResponse.WriteNothing(context);
    }
}
