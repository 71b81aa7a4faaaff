using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>The way in to tenants' drafts.</summary>
public sealed class TenantDrafts(IGrainFactory grains)
{
    /// <inheritdoc cref="IDraftGrain.List"/>
    public Task<IReadOnlyList<PolicyDraft>> ListAsync(TenantId tenant) => Of(tenant).List();

    /// <inheritdoc cref="IDraftGrain.Find"/>
    public Task<Result<PolicyDraft>> FindAsync(TenantId tenant, Guid id) => Of(tenant).Find(id);

    /// <inheritdoc cref="IDraftGrain.Create"/>
    public Task<Result<PolicyDraft>> CreateAsync(TenantId tenant, NewDraft draft) => Of(tenant).Create(draft);

    /// <inheritdoc cref="IDraftGrain.Change"/>
    public Task<Result<PolicyDraft>> ChangeAsync(TenantId tenant, Guid id, DraftChange change) => Of(tenant).Change(id, change);

    /// <inheritdoc cref="IDraftGrain.SetConfiguration"/>
    public Task<Result<RiskConfiguration>> SetConfigurationAsync(TenantId tenant, Guid id, DraftConfiguration change) => Of(tenant).SetConfiguration(id, change);

    /// <inheritdoc cref="IDraftGrain.Rebase"/>
    public Task<Result<PolicyDraft>> RebaseAsync(TenantId tenant, Guid id, string? tag) => Of(tenant).Rebase(id, tag);

    /// <inheritdoc cref="IDraftGrain.Submit"/>
    public Task<Result<PolicyDraft>> SubmitAsync(TenantId tenant, Guid id, string? tag) => Of(tenant).Submit(id, tag);

    /// <inheritdoc cref="IDraftGrain.Withdraw"/>
    public Task<Result<PolicyDraft>> WithdrawAsync(TenantId tenant, Guid id, string? tag) => Of(tenant).Withdraw(id, tag);

    /// <inheritdoc cref="IDraftGrain.Reject"/>
    public Task<Result<PolicyDraft>> RejectAsync(TenantId tenant, Guid id, string? tag, string reason) => Of(tenant).Reject(id, tag, reason);

    /// <inheritdoc cref="IDraftGrain.Publish"/>
    public Task<Result<PublishedPolicy>> PublishAsync(TenantId tenant, Guid id, DraftPublication publication) => Of(tenant).Publish(id, publication);

    /// <inheritdoc cref="IDraftGrain.Discard"/>
    public Task<Result<PolicyDraft>> DiscardAsync(TenantId tenant, Guid id, string? tag) => Of(tenant).Discard(id, tag);

    private IDraftGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IDraftGrain>(tenant.Name);
    }
}
