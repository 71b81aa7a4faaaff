using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Keys;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>Lists, finds, configures, suspends, resumes and closes tenants. Of another tenant only the operator learns that it exists.</summary>
internal sealed class TenantsEndpoint(TenantRegistry tenants)
{
    public static Task HandleListAsync(HttpContext context, TenantsEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.FindAsync(context, tenantId);

    public static Task HandleConfigureAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.ConfigureAsync(context, tenantId);

    public static Task HandleIssueKeyAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.IssueKeyAsync(context, tenantId);

    /// <summary>Gives a tenant a status.</summary>
    public static Func<HttpContext, TenantsEndpoint, string, Task> StatusOf(TenantStatus status)
        => (context, endpoint, tenantId) => endpoint.SetStatusAsync(context, tenantId, status);

    private async Task ListAsync(HttpContext context)
    {
        var caller = context.GetCaller().Tenant;
        var found = caller == TenantRegistry.Operator ? await tenants.ListAsync() : [(await tenants.FindAsync(caller))!];
        await context.Response.WriteAsJsonAsync(found.Select(TenantAnswer.Of), context.RequestAborted);
    }

    private async Task FindAsync(HttpContext context, string tenantId) => await AnswerAsync(context, await SeeAsync(context, tenantId));

    private async Task ConfigureAsync(HttpContext context, string tenantId)
    {
        var seen = await SeeAsync(context, tenantId);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<TenantRequest>(context.Request) : Result.Failure<TenantRequest>(seen.Errors);
        if (!sent.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, sent.Errors);
            return;
        }

        var isTooMuch = sent.Value.MaximumApiKeys is { } limit && limit != seen.Value.MaximumApiKeys && context.GetCaller().Tenant != TenantRegistry.Operator;
        await AnswerAsync(context, isTooMuch
            ? TenantRequestErrors.OperatorManaged("maximumApiKeys")
            : await tenants.ConfigureAsync(seen.Value.Tenant, sent.Value.ToSettings()));
    }

    private async Task SetStatusAsync(HttpContext context, string tenantId, TenantStatus status)
    {
        var seen = await SeeAsync(context, tenantId);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<StatusRequest>(context.Request) : Result.Failure<StatusRequest>(seen.Errors);
        await AnswerAsync(context, !sent.IsSuccess ? Result.Failure<TenantProfile>(sent.Errors)
            : seen.Value.Tenant == TenantRegistry.Operator ? TenantRequestErrors.OperatorItself
            : await tenants.SetStatusAsync(seen.Value.Tenant, status, sent.Value.Reason ?? ""));
    }

    private async Task IssueKeyAsync(HttpContext context, string tenantId)
    {
        var seen = await SeeAsync(context, tenantId);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<KeyRequest>(context.Request) : Result.Failure<KeyRequest>(seen.Errors);
        var request = sent.IsSuccess ? sent.Value.Read() : Result.Failure<ApiKeyRequest>(sent.Errors);
        await KeyResponse.WriteAsync(context, request.IsSuccess
            ? await tenants.IssueApiKeyAsync(seen.Value.Tenant, request.Value)
            : Result.Failure<IssuedApiKey>(request.Errors));
    }

    /// <summary>The tenant, where the caller may know of it.</summary>
    private async Task<Result<TenantProfile>> SeeAsync(HttpContext context, string tenantId)
    {
        var caller = context.GetCaller().Tenant;
        var isSeen = TenantId.IsValid(tenantId) && (caller == TenantRegistry.Operator || string.Equals(caller.Name, tenantId, StringComparison.Ordinal));
        return isSeen && await tenants.FindAsync(new TenantId(tenantId)) is { } found ? found : RequestErrors.TenantUnknown(tenantId);
    }

    private static Task AnswerAsync(HttpContext context, Result<TenantProfile> tenant) => tenant.IsSuccess
        ? context.Response.WriteAsJsonAsync(TenantAnswer.Of(tenant.Value), context.RequestAborted)
        : ProblemWriter.WriteAsync(context, tenant.Errors);
}
