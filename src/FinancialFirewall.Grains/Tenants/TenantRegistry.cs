using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.States;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>The way in to tenants, their settings and their API keys.</summary>
public sealed class TenantRegistry(IGrainFactory grains, IStateStore states)
{
    /// <summary>The tenant whose people manage all the others. It decides no payments of its own.</summary>
    public static TenantId Operator { get; } = new("operator");

    /// <summary>All tenants, in ordinal order.</summary>
    public async Task<IReadOnlyList<TenantProfile>> ListAsync()
    {
        var found = new List<TenantProfile>();
        foreach (var tenant in states.GetTenants())
        {
            if (await FindAsync(tenant) is { } profile)
            {
                found.Add(profile);
            }
        }

        return found;
    }

    /// <inheritdoc cref="ITenantGrain.GetProfile"/>
    public Task<TenantProfile?> FindAsync(TenantId tenant) => Of(tenant).GetProfile();

    /// <inheritdoc cref="ITenantGrain.Create"/>
    public Task<TenantProfile> CreateAsync(TenantId tenant) => Of(tenant).Create();

    /// <inheritdoc cref="ITenantGrain.Configure"/>
    public Task<Result<TenantProfile>> ConfigureAsync(TenantId tenant, TenantSettings settings) => Of(tenant).Configure(settings);

    /// <inheritdoc cref="ITenantGrain.SetStatus"/>
    public Task<Result<TenantProfile>> SetStatusAsync(TenantId tenant, TenantStatus status, string reason) => Of(tenant).SetStatus(status, reason);

    /// <inheritdoc cref="ITenantGrain.ListApiKeys"/>
    public Task<IReadOnlyList<ApiKeyInfo>> ListApiKeysAsync(TenantId tenant) => Of(tenant).ListApiKeys();

    /// <inheritdoc cref="ITenantGrain.IssueApiKey"/>
    public Task<Result<IssuedApiKey>> IssueApiKeyAsync(TenantId tenant, ApiKeyRequest request) => Of(tenant).IssueApiKey(request);

    /// <inheritdoc cref="ITenantGrain.RotateApiKey"/>
    public Task<Result<IssuedApiKey>> RotateApiKeyAsync(TenantId tenant, string id, long overlapSeconds) => Of(tenant).RotateApiKey(id, overlapSeconds);

    /// <inheritdoc cref="ITenantGrain.RevokeApiKey"/>
    public Task<Result<ApiKeyInfo>> RevokeApiKeyAsync(TenantId tenant, string id) => Of(tenant).RevokeApiKey(id);

    /// <inheritdoc cref="ITenantGrain.NoteRefusal"/>
    public Task NoteRefusalAsync(TenantId tenant, string target, string refusal) => Of(tenant).NoteRefusal(target, refusal);

    private ITenantGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<ITenantGrain>(tenant.Name);
    }
}
