using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>
/// Where drafts are kept: a state each, written in one commit with the entry of the audit log that says who did what to it. One that is published is gone in the
/// commit that accepts its version.
/// </summary>
public sealed class DraftStore(IStateStore states, AuditLog audit)
{
    /// <summary>How many drafts a tenant has.</summary>
    internal int Count(TenantId tenant) => states.List(tenant, PolicyStore.DraftName).Count;

    /// <summary>All drafts of a tenant, oldest first.</summary>
    internal async Task<IReadOnlyList<StoredDraft>> ListAsync(TenantId tenant)
    {
        var drafts = new List<StoredDraft>();
        foreach (var key in states.List(tenant, PolicyStore.DraftName))
        {
            if (await states.ReadAsync(key) is { } kept)
            {
                drafts.Add(Parse(kept));
            }
        }

        return [.. drafts.OrderBy(static draft => draft.CreatedMicroseconds).ThenBy(static draft => draft.Id)];
    }

    /// <summary>One draft; null for none.</summary>
    internal async Task<StoredDraft?> ReadAsync(TenantId tenant, Guid id)
        => await states.ReadAsync(PolicyStore.DraftKey(tenant, id)) is { } kept ? Parse(kept) : null;

    /// <summary>Keeps a draft as it is now.</summary>
    /// <returns>The draft; or why it could not be kept.</returns>
    internal async Task<Result<PolicyDraft>> WriteAsync(TenantId tenant, StoredDraft draft, AuditNote note)
    {
        var key = PolicyStore.DraftKey(tenant, draft.Id);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(draft, DraftJson.Default.StoredDraft);
        var written = await audit.WriteAsync(tenant, note, [new StateWrite(key, bytes, (await states.ReadAsync(key))?.ETag)]);
        return written.IsSuccess ? draft.Describe() : Result.Failure<PolicyDraft>(written.Errors);
    }

    /// <summary>Forgets a draft.</summary>
    /// <returns>The draft as it was; or why it could not be forgotten.</returns>
    internal async Task<Result<PolicyDraft>> DeleteAsync(TenantId tenant, StoredDraft draft, AuditNote note)
    {
        var key = PolicyStore.DraftKey(tenant, draft.Id);
        if (await states.ReadAsync(key) is not { } kept)
        {
            return draft.Describe();
        }

        var written = await audit.WriteAsync(tenant, note, [StateWrite.Deletion(key, kept.ETag)]);
        return written.IsSuccess ? draft.Describe() : Result.Failure<PolicyDraft>(written.Errors);
    }

    private static StoredDraft Parse(StateValue kept) => JsonSerializer.Deserialize(kept.Bytes.Span, DraftJson.Default.StoredDraft)!;
}
