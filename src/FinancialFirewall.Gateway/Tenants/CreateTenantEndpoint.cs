using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>Creates a tenant with its first policy and its first key. One that was interrupted is finished by the same request again.</summary>
internal sealed class CreateTenantEndpoint(TenantAdministration tenants)
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
        ReadOnlyMemory<byte>? policy = request.Policy is { ValueKind: not JsonValueKind.Null } file ? Encoding.UTF8.GetBytes(file.GetRawText()) : default(ReadOnlyMemory<byte>?);
        var settings = new TenantSettings(request.Name, request.RetentionYears, request.MaximumApiKeys);
        var created = await tenants.CreateAsync(request.TenantId, settings, policy, cancellationToken);
        return created.IsSuccess
            ? new CreatedTenantAnswer(TenantAnswer.Of(created.Value.Tenant), created.Value.ApiKey)
            : Result.Failure<CreatedTenantAnswer>(created.Errors);
    }
}
