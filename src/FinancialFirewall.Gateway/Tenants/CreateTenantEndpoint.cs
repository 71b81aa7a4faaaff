using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>Creates a tenant with its first policy and its first key. One that was interrupted is finished by the same request again.</summary>
internal sealed class CreateTenantEndpoint(TenantProvisioner provisioner, TenantRegistry tenants)
{
    public static Task HandleAsync(HttpContext context, CreateTenantEndpoint endpoint) => endpoint.CreateAsync(context);

    private async Task CreateAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<NewTenantRequest>(context.Request, NewTenantRequest.MaximumBytes);
        var created = sent.IsSuccess ? await CreateAsync(sent.Value, context.RequestAborted) : Result.Failure<CreatedTenantAnswer>(sent.Errors);
        if (!created.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, created.Errors);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = $"{TenantEndpoints.Path}/{created.Value.Tenant.TenantId}";
        await context.Response.WriteAsJsonAsync(created.Value, context.RequestAborted);
    }

    private async Task<Result<CreatedTenantAnswer>> CreateAsync(NewTenantRequest request, CancellationToken cancellationToken)
    {
        if (!TenantId.IsValid(request.TenantId))
        {
            return TenantRequestErrors.IdInvalid(request.TenantId ?? "");
        }

        var tenant = new TenantId(request.TenantId);
        var settings = new TenantSettings(request.Name, request.RetentionYears, request.MaximumApiKeys);
        if (TenantSettings.Check(settings) is { Count: > 0 } errors)
        {
            return Result.Failure<CreatedTenantAnswer>(errors);
        }

        if (tenant == TenantRegistry.Operator || (await tenants.FindAsync(tenant) is not null && (await tenants.ListApiKeysAsync(tenant)).Count > 0))
        {
            return TenantRequestErrors.Exists(tenant);
        }

        var policy = request.Policy is { ValueKind: not JsonValueKind.Null } file ? Encoding.UTF8.GetBytes(file.GetRawText()) : DemoPolicy.Utf8;
        var provisioned = await provisioner.EnsureAsync(tenant, policy, cancellationToken);
        if (!provisioned.IsSuccess || provisioned.Value.ApiKey is not { } key)
        {
            return provisioned.IsSuccess ? TenantRequestErrors.Exists(tenant) : Result.Failure<CreatedTenantAnswer>(provisioned.Errors);
        }

        var configured = await tenants.ConfigureAsync(tenant, settings);
        return configured.IsSuccess
            ? new CreatedTenantAnswer(TenantAnswer.Of(configured.Value), key)
            : Result.Failure<CreatedTenantAnswer>(configured.Errors);
    }
}
