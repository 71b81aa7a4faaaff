using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Keys;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using GraphQL.Server.Binding;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphKeys;

/// <summary>API keys: made, replaced, ended, listed.</summary>
internal sealed class KeyFields(TenantRegistry tenants, UserRegistry users) : IGraphFields
{
    /// <summary>The key that a mutation asks for in its argument <c>key</c>.</summary>
    public static KeyRequest RequestOf(GraphCall call)
    {
        var wanted = call.Get<InputObject>("key");
        return new KeyRequest { Label = wanted.Get<string>("label"), Roles = wanted.List<string>("roles"), ExpiresAt = wanted.Get<Instant?>("expiresAt")?.ToString(), UserId = wanted.Get<string>("userId") };
    }

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.keys", async call => await tenants.ListApiKeysAsync(call.Tenant));
        roots.Field("Query.key", async call => (await tenants.ListApiKeysAsync(call.Tenant)).FirstOrDefault(key => string.Equals(key.Id, call.Get<string>("id"), StringComparison.Ordinal)));
        roots.Field("Mutation.createKey", IssueAsync);
        roots.Field("Mutation.rotateKey", async call => Answer(await tenants.RotateApiKeyAsync(call.Tenant, call.Get<string>("id"), call.Get<long>("overlapSeconds"))));
        roots.Field("Mutation.revokeKey", async call => GraphRefusals.Or(await tenants.RevokeApiKeyAsync(call.Tenant, call.Get<string>("id")), static key => key));
        BindTypes(roots.Types);
    }

    private static void BindTypes(ResolverMap map)
    {
        map.Type<ApiKeyInfo>("ApiKey", static type => type
            .Field("id", static key => key.Id)
            .Field("prefix", static key => key.Prefix)
            .Field("label", static key => key.Label)
            .Field("roles", static key => RoleNames.Of(key.Roles))
            .Field("status", static key => key.Status)
            .Field("createdAt", static key => key.CreatedAt)
            .Field("expiresAt", static key => key.ExpiresAt)
            .Field("revokedAt", static key => key.RevokedAt)
            .Field("lastUsedAt", static key => key.LastUsedAt)
            .Field("userId", static key => key.UserId is { Length: > 0 } user ? user : null));
        map.Type<IssuedApiKey>("IssuedApiKey", static type => type
            .Field("apiKey", static issued => issued.Secret)
            .Field("key", static issued => issued.Info));
    }

    private static object? Answer(Result<IssuedApiKey> issued) => GraphRefusals.Or(issued, static it => it);

    private async Task<object?> IssueAsync(GraphCall call)
    {
        var request = RequestOf(call).Read(CallerAdmission.PersonOf(call.Caller));
        return Answer(request.IsSuccess ? await users.IssueApiKeyAsync(call.Tenant, request.Value) : Result.Failure<IssuedApiKey>(request.Errors));
    }
}
