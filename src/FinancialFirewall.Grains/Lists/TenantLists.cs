using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <summary>The way in to tenants' lists. What is read is read in the policy in force, in the caller's own flow: no grain waits for it.</summary>
public sealed class TenantLists(IGrainFactory grains, PolicyStore policies, PolicyCatalog catalog, TimeProvider time)
{
    /// <summary>The lists, in the order of the policy; none where there is no policy.</summary>
    public async Task<IReadOnlyList<ListView>> ListAsync(TenantId tenant)
    {
        var policy = await FindPolicyAsync(tenant);
        return policy is null ? [] : [.. Enumerable.Range(0, policy.Document.Lists.Count).Select(index => new ListView(policy, index))];
    }

    /// <summary>One list; or <c>LIST_UNKNOWN</c>.</summary>
    public async Task<Result<ListView>> FindAsync(TenantId tenant, string name)
    {
        var policy = await FindPolicyAsync(tenant);
        var index = policy?.Document.Lists.Select(static list => list.Name).ToList().IndexOf(name) ?? -1;
        return index < 0 ? ListErrors.Unknown(name) : new ListView(policy!, index);
    }

    /// <inheritdoc cref="IListGrain.Save"/>
    public Task<Result<bool>> SaveAsync(TenantId tenant, ListDraft draft) => Of(tenant).Save(draft);

    /// <inheritdoc cref="IListGrain.Delete"/>
    public Task<Result<bool>> DeleteAsync(TenantId tenant, string name, string? tag) => Of(tenant).Delete(name, tag);

    /// <summary>Adds entries, which take the place of those of the same value; all of them or none.</summary>
    /// <param name="caller">Whose lists, and whose tokens card numbers become.</param>
    /// <param name="name">The list.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="remark">Why, for the audit log; empty for nothing.</param>
    /// <param name="pointer">Where each entry stands, for errors.</param>
    /// <returns>What it did; or everything that is wrong with the entries, or as <see cref="IListGrain.Change"/>.</returns>
    public Task<Result<ListChangeCounts>> AddAsync(Caller caller, string name, IReadOnlyList<ListEntry> entries, string remark, Func<int, string> pointer)
        => ChangeAsync(caller, name, entries.Count, remark, (writer, i) => writer.Add(entries[i], pointer(i)), i => entries[i].Value);

    /// <summary>Removes values; those that are not in the list stay so.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public Task<Result<ListChangeCounts>> RemoveAsync(Caller caller, string name, IReadOnlyList<string> values, string remark, Func<int, string> pointer)
        => ChangeAsync(caller, name, values.Count, remark, (writer, i) => writer.Remove(values[i], pointer(i)), i => values[i]);

    /// <summary>Begins an import.</summary>
    /// <returns>The import, to be ended by whoever began it; or as <see cref="IListGrain.BeginImport"/>.</returns>
    public async Task<Result<ListImport>> BeginImportAsync(Caller caller, ListImportRequest request)
    {
        var begun = await Of(caller.Tenant).BeginImport(request);
        if (!begun.IsSuccess)
        {
            return Result.Failure<ListImport>(begun.Errors);
        }

        var writer = new ListBlockWriter(request.Member, caller.Cards, new ListOrigin(begun.Value.StartedBy, begun.Value.StartedAt, request.Source));
        return new ListImport(() => Of(caller.Tenant), begun.Value, writer);
    }

    /// <inheritdoc cref="IListGrain.Imports"/>
    public Task<IReadOnlyList<ListImportState>> ImportsAsync(TenantId tenant) => Of(tenant).Imports();

    /// <summary>How an import stands; or <c>LIST_IMPORT_UNKNOWN</c>.</summary>
    public async Task<Result<ListImportState>> FindImportAsync(TenantId tenant, string id)
        => (await ImportsAsync(tenant)).FirstOrDefault(import => string.Equals(import.Id, id, StringComparison.Ordinal)) is { } found ? found : ListErrors.ImportUnknown(id);

    /// <summary>Cancels an import that is still being read.</summary>
    /// <returns>How it stands: one that has ended, or is being put in force, stays as it is; or <c>LIST_IMPORT_UNKNOWN</c>.</returns>
    public Task<Result<ListImportState>> CancelImportAsync(TenantId tenant, string id) => Of(tenant).EndImport(id, ListImportStatus.Cancelled, null);

    /// <summary>The entry that a value has in a list, expired or not; null where it has none.</summary>
    /// <param name="caller">Whose tokens card numbers become.</param>
    /// <param name="list">The list.</param>
    /// <param name="value">The value, in any way in which it could have been added.</param>
    public ListEntry? FindEntry(Caller caller, ListView list, string value)
        => WriterFor(caller, list.Definition.Member).KeyOf(value) is { } key ? list.Content.Get(key) : null;

    /// <summary>A writer for values of a list, as those of an entry would be written.</summary>
    private ListBlockWriter WriterFor(Caller caller, PaymentMember? member)
        => new(member, caller.Cards, new ListOrigin(ListView.NameOf(AuditScope.Current), Instant.From(time.GetUtcNow()), "API"));

    private async Task<Result<ListChangeCounts>> ChangeAsync(
        Caller caller, string name, int count, string remark, Func<ListBlockWriter, int, Error?> write, Func<int, string> valueAt)
    {
        var found = await FindAsync(caller.Tenant, name);
        if (!found.IsSuccess)
        {
            return Result.Failure<ListChangeCounts>(found.Errors);
        }

        var member = found.Value.Definition.Member;
        var writer = WriterFor(caller, member);
        var errors = Enumerable.Range(0, count).Select(i => write(writer, i)).OfType<Error>().ToList();
        if (errors.Count > 0)
        {
            return Result.Failure<ListChangeCounts>(errors);
        }

        // Card numbers must not get into the audit log either: where there may be one, only what was written is named.
        IReadOnlyList<string> values = count > ListNotes.MaximumValues ? [] : [.. Enumerable.Range(0, count).Select(i => writer.Shown(valueAt(i)))];
        return await Of(caller.Tenant).Change(new ListCommand(name, member, writer.Close().Bytes, remark, values));
    }

    private async ValueTask<CompiledPolicy?> FindPolicyAsync(TenantId tenant)
        => await policies.GetCommittedVersionAsync(tenant) is { } version ? await catalog.GetAsync(tenant, version) : null;

    private IListGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IListGrain>(tenant.Name);
    }
}
