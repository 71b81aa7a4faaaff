using System.Text;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphKeys;
using FinancialFirewall.Gateway.Tenants;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using GraphQL.Server.Binding;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphTenants;

/// <summary>Who is calling; tenants: one's own, and for the operator all of them.</summary>
internal sealed class TenantFields(TenantAdministration tenants, UserRegistry users) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.me", async call => new Viewer(call.Caller, call.Caller.UserId.Length > 0 ? await users.FindAsync(call.Tenant, call.Caller.UserId) : null));
        roots.Field("Query.tenant", async call => await SeeAsync(call) is { IsSuccess: true } seen ? seen.Value : null);
        roots.Field("Query.tenants", async call => await tenants.ListAsync(call.Caller));
        roots.Field("Mutation.configureTenant", ConfigureAsync);
        roots.Field("Mutation.createTenant", CreateAsync);
        roots.Field("Mutation.suspendTenant", call => SetStatusAsync(call, TenantStatus.Suspended));
        roots.Field("Mutation.resumeTenant", call => SetStatusAsync(call, TenantStatus.Active));
        roots.Field("Mutation.closeTenant", call => SetStatusAsync(call, TenantStatus.Closed));
        roots.Field("Mutation.createTenantKey", IssueKeyAsync);
        BindTypes(roots.Types);
    }

    private static void BindTypes(ResolverMap map)
    {
        map.Type<Viewer>("Viewer", static type => type
            .Field("tenantId", static viewer => viewer.Caller.Tenant.Name)
            .Field("keyId", static viewer => viewer.Caller.KeyId is { Length: > 0 } key ? key : null)
            .Field("userId", static viewer => viewer.User?.Id)
            .Field("name", static viewer => viewer.User?.Name)
            .Field("email", static viewer => viewer.User?.Email)
            .Field("hasSecondFactor", static viewer => viewer.User?.HasSecondFactor)
            .Field("mustSetUpSecondFactor", static viewer => viewer.Caller.MustSetUpFactor)
            .Field("roles", static viewer => RoleNames.Of(viewer.Caller.Roles))
            .Field("permissions", static viewer => viewer.Permissions));
        map.Type<TenantProfile>("Tenant", static type => type
            .Field("tenantId", static tenant => tenant.Tenant.Name)
            .Field("name", static tenant => tenant.Name)
            .Field("status", static tenant => tenant.Status)
            .Field("statusReason", static tenant => tenant.StatusReason)
            .Field("statusSince", static tenant => tenant.StatusSince)
            .Field("createdAt", static tenant => tenant.Since)
            .Field("retentionYears", static tenant => tenant.RetentionYears)
            .Field("maximumApiKeys", static tenant => tenant.MaximumApiKeys)
            .Field("requiresApproval", static tenant => tenant.RequiresApproval)
            .Field("secondFactorRequired", static tenant => tenant.IsSecondFactorRequired)
            .Field("reviews", static tenant => tenant.Reviews));
        map.Type<CreatedTenant>("CreatedTenant", static type => type
            .Field("tenant", static created => created.Tenant)
            .Field("apiKey", static created => created.ApiKey));
    }

    private static TenantSettings SettingsOf(InputObject input)
        => new(
            input.Get<string>("name"),
            input.Get<int?>("retentionYears"),
            input.Get<int?>("maximumApiKeys"),
            input.Get<bool?>("secondFactorRequired"),
            input.Get<bool?>("requiresApproval"),
            ReviewsOf(input.Get<InputObject>("reviews")));

    private static ReviewChange? ReviewsOf(InputObject? input) => input is null ? null : new ReviewChange(
        input.Get<bool?>("fourEyes"), input.Get<int?>("lowMinutes"), input.Get<int?>("mediumMinutes"), input.Get<int?>("highMinutes"), input.Get<int?>("criticalMinutes"));

    private static object? Answer(Result<TenantProfile> tenant) => GraphRefusals.Or(tenant, static it => it);

    private Task<Result<TenantProfile>> SeeAsync(GraphCall call) => tenants.SeeAsync(call.Caller, call.Get<string>("id") ?? call.Tenant.Name);

    private async Task<object?> ConfigureAsync(GraphCall call)
    {
        var seen = await SeeAsync(call);
        return Answer(seen.IsSuccess ? await tenants.ConfigureAsync(call.Caller, seen.Value, SettingsOf(call.Get<InputObject>("settings"))) : seen);
    }

    private async Task<object?> SetStatusAsync(GraphCall call, TenantStatus status)
    {
        var seen = await SeeAsync(call);
        return Answer(seen.IsSuccess ? await tenants.SetStatusAsync(seen.Value, status, call.Get<string>("reason")) : seen);
    }

    private async Task<object?> CreateAsync(GraphCall call)
    {
        var wanted = call.Get<InputObject>("tenant");
        ReadOnlyMemory<byte>? policy = wanted.Get<JsonInput>("policy") is { } file ? Encoding.UTF8.GetBytes(file.Text) : default(ReadOnlyMemory<byte>?);
        return GraphRefusals.Or(await tenants.CreateAsync(wanted.Get<string>("tenantId"), SettingsOf(wanted), policy, call.Cancellation), static created => created);
    }

    private async Task<object?> IssueKeyAsync(GraphCall call)
    {
        var seen = await SeeAsync(call);
        return GraphRefusals.Or(
            seen.IsSuccess ? await tenants.IssueKeyAsync(seen.Value.Tenant, KeyFields.RequestOf(call)) : Result.Failure<IssuedApiKey>(seen.Errors), static issued => issued);
    }
}
