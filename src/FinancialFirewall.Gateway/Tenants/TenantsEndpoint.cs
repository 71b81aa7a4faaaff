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
internal sealed class TenantsEndpoint(TenantAdministration tenants)
{
    public static Task HandleListAsync(HttpContext context, TenantsEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.FindAsync(context, tenantId);

    public static Task HandleConfigureAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.ConfigureAsync(context, tenantId);

    public static Task HandleIssueKeyAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.IssueKeyAsync(context, tenantId);

    public static Task HandleSuspendAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.SetStatusAsync(context, tenantId, TenantStatus.Suspended);

    public static Task HandleResumeAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.SetStatusAsync(context, tenantId, TenantStatus.Active);

    public static Task HandleCloseAsync(HttpContext context, TenantsEndpoint endpoint, string tenantId) => endpoint.SetStatusAsync(context, tenantId, TenantStatus.Closed);

    private async Task ListAsync(HttpContext context)
    {
        var found = await tenants.ListAsync(context.GetCaller());
        await context.Response.WriteAsJsonAsync(found.Select(TenantAnswer.Of), context.RequestAborted);
    }

    private async Task FindAsync(HttpContext context, string tenantId) => await AnswerAsync(context, await tenants.SeeAsync(context.GetCaller(), tenantId));

    private async Task ConfigureAsync(HttpContext context, string tenantId)
    {
        var seen = await tenants.SeeAsync(context.GetCaller(), tenantId);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<TenantRequest>(context.Request) : Result.Failure<TenantRequest>(seen.Errors);
        await AnswerAsync(context, sent.IsSuccess
            ? await tenants.ConfigureAsync(context.GetCaller(), seen.Value, sent.Value.ToSettings())
            : Result.Failure<TenantProfile>(sent.Errors));
    }

    private async Task SetStatusAsync(HttpContext context, string tenantId, TenantStatus status)
    {
        var seen = await tenants.SeeAsync(context.GetCaller(), tenantId);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<StatusRequest>(context.Request) : Result.Failure<StatusRequest>(seen.Errors);
        await AnswerAsync(context, sent.IsSuccess
            ? await tenants.SetStatusAsync(seen.Value, status, sent.Value.Reason ?? "")
            : Result.Failure<TenantProfile>(sent.Errors));
    }

    private async Task IssueKeyAsync(HttpContext context, string tenantId)
    {
        var seen = await tenants.SeeAsync(context.GetCaller(), tenantId);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<KeyRequest>(context.Request) : Result.Failure<KeyRequest>(seen.Errors);
        await KeyResponse.WriteAsync(context, sent.IsSuccess
            ? await tenants.IssueKeyAsync(seen.Value.Tenant, sent.Value)
            : Result.Failure<IssuedApiKey>(sent.Errors));
    }

    private static Task AnswerAsync(HttpContext context, Result<TenantProfile> tenant) => tenant.IsSuccess
        ? context.Response.WriteAsJsonAsync(TenantAnswer.Of(tenant.Value), context.RequestAborted)
        : ProblemWriter.WriteAsync(context, tenant.Errors);
}
