using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Keys;

/// <summary>Lists, makes, replaces and ends the API keys of the caller's tenant.</summary>
internal sealed class KeysEndpoint(TenantRegistry tenants, UserRegistry users)
{
    public static Task HandleListAsync(HttpContext context, KeysEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, KeysEndpoint endpoint, string id) => endpoint.FindAsync(context, id);

    public static Task HandleIssueAsync(HttpContext context, KeysEndpoint endpoint) => endpoint.IssueAsync(context);

    public static Task HandleRotateAsync(HttpContext context, KeysEndpoint endpoint, string id) => endpoint.RotateAsync(context, id);

    public static Task HandleRevokeAsync(HttpContext context, KeysEndpoint endpoint, string id) => endpoint.RevokeAsync(context, id);

    private async Task ListAsync(HttpContext context)
    {
        var keys = await tenants.ListApiKeysAsync(context.GetCaller().Tenant);
        await context.Response.WriteAsJsonAsync(keys.Select(KeyAnswer.Of), context.RequestAborted);
    }

    private async Task FindAsync(HttpContext context, string id)
    {
        var keys = await tenants.ListApiKeysAsync(context.GetCaller().Tenant);
        var found = keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal));
        await (found is null
            ? ProblemWriter.WriteAsync(context, RequestErrors.KeyUnknown(id))
            : context.Response.WriteAsJsonAsync(KeyAnswer.Of(found), context.RequestAborted));
    }

    private async Task IssueAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<KeyRequest>(context.Request);
        var request = sent.IsSuccess ? sent.Value.Read(CallerAdmission.PersonOf(context.GetCaller())) : Result.Failure<ApiKeyRequest>(sent.Errors);
        await KeyResponse.WriteAsync(context, request.IsSuccess
            ? await users.IssueApiKeyAsync(context.GetCaller().Tenant, request.Value)
            : Result.Failure<IssuedApiKey>(request.Errors));
    }

    private async Task RotateAsync(HttpContext context, string id)
    {
        var sent = await RequestDocument.ReadAsync<RotationRequest>(context.Request);
        await KeyResponse.WriteAsync(context, sent.IsSuccess
            ? await tenants.RotateApiKeyAsync(context.GetCaller().Tenant, id, sent.Value.OverlapSeconds ?? RotationRequest.DefaultOverlapSeconds)
            : Result.Failure<IssuedApiKey>(sent.Errors));
    }

    private async Task RevokeAsync(HttpContext context, string id)
    {
        var revoked = await tenants.RevokeApiKeyAsync(context.GetCaller().Tenant, id);
        await (revoked.IsSuccess
            ? context.Response.WriteAsJsonAsync(KeyAnswer.Of(revoked.Value), context.RequestAborted)
            : ProblemWriter.WriteAsync(context, revoked.Errors));
    }
}
