using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Lists;

/// <summary>Imports: blocks are kept as they come, and count once the last one is there and a policy version names what they lead to.</summary>
public sealed partial class ListGrain
{
    /// <summary>How many imports of a tenant are under way at once.</summary>
    private const int MaximumRunning = 4;

    /// <summary>How many imports are remembered.</summary>
    private const int MaximumRemembered = 100;

    private const int IdBytes = 16;

    private readonly List<RunningListImport> imports = [];

    /// <inheritdoc/>
    public async Task<Result<ListImportState>> BeginImport(ListImportRequest request)
    {
        var version = (await Policy.GetPublished())?.Version;
        var list = version is null ? null : (await catalog.GetAsync(Tenant, version.Value)).Document.Lists.FirstOrDefault(one => IsNamed(one, request.List));
        Error? refusal = list is null ? ListErrors.Unknown(request.List)
            : list.Member != request.Member ? ListErrors.Changed(request.List)
            : request.Id is { } chosen && Find(chosen) is not null ? ListErrors.ImportExists(chosen)
            : imports.Count(static import => !import.HasEnded) >= MaximumRunning ? ListErrors.ImportsTooMany(MaximumRunning)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var state = new ListImportState(request.Id ?? NewId(), request.List, request.Replaces, request.DryRun, ListView.NameOf(AuditScope.Current), Now);
        imports.Insert(0, new RunningListImport(state, request.Member, request.Remark));
        if (imports.Count > MaximumRemembered)
        {
            imports.RemoveAt(imports.FindLastIndex(static import => import.HasEnded));
        }

        return state;
    }

    /// <inheritdoc/>
    public async Task<Result<ListImportState>> AddToImport(string id, ReadOnlyMemory<byte> block, ListImportProgress progress)
    {
        if (Find(id) is not { } import)
        {
            return ListErrors.ImportUnknown(id);
        }

        if (import.State.Status != ListImportStatus.Reading)
        {
            return ListErrors.ImportEnded(id, import.State.Status);
        }

        var added = new ListBlock(block.ToArray());
        var entries = import.State.Entries + added.Count;
        import.State = import.State with { Progress = progress, Entries = entries };
        var kept = entries > ListDefinition.MaximumEntries ? ListErrors.Full(import.State.List, entries)
            : import.State.DryRun ? true
            : await store.WriteBlockAsync(Tenant, id, import.Blocks.Count, added);
        if (!kept.IsSuccess)
        {
            await EndAsync(import, ListImportStatus.Refused);
            return Result.Failure<ListImportState>(kept.Errors);
        }

        if (!import.HasEnded)
        {
            import.Blocks.Add(added);
        }

        return import.State;
    }

    /// <inheritdoc/>
    public async Task<Result<ListImportState>> FinishImport(string id, ListImportProgress progress)
    {
        if (Find(id) is not { } import)
        {
            return ListErrors.ImportUnknown(id);
        }

        if (import.State.Status != ListImportStatus.Reading)
        {
            return ListErrors.ImportEnded(id, import.State.Status);
        }

        import.State = import.State with { Status = ListImportStatus.Publishing, Progress = progress };
        var published = await PublishAsync(policy => MakeAsync(policy, import));
        if (!published.IsSuccess && published.Errors[0].Kind != ErrorKind.Pending)
        {
            await EndAsync(import, ListImportStatus.Refused);
            return Result.Failure<ListImportState>(published.Errors);
        }

        if (!published.IsSuccess)
        {
            // It rolls forward; until then either version may decide.
            import.End(import.State with { Status = ListImportStatus.Done, EndedAt = Now });
            return Result.Failure<ListImportState>(published.Errors);
        }

        return import.End(published.Value with { Status = ListImportStatus.Done, EndedAt = Now });
    }

    /// <inheritdoc/>
    public async Task<Result<ListImportState>> EndImport(string id, ListImportStatus status, ListImportProgress? progress)
    {
        if (Find(id) is not { } import)
        {
            return ListErrors.ImportUnknown(id);
        }

        if (import.State.Status == ListImportStatus.Reading)
        {
            import.State = import.State with { Progress = progress ?? import.State.Progress };
            await EndAsync(import, status);
        }

        return import.State;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListImportState>> Imports() => Task.FromResult<IReadOnlyList<ListImportState>>([.. imports.Select(static import => import.State)]);

    private async Task<Result<Next<ListImportState>>> MakeAsync(Domain.Policies.CompiledPolicy policy, RunningListImport import)
    {
        var state = import.State;
        var found = await FindAsync(policy, state.List, import.Member);
        if (!found.IsSuccess)
        {
            return Result.Failure<Next<ListImportState>>(found.Errors);
        }

        var (present, before) = found.Value;
        var after = before.Apply(new ListDelta(state.Replaces, import.Blocks), out var counts);
        if (after.Count > ListDefinition.MaximumEntries)
        {
            return ListErrors.Full(state.List, after.Count);
        }

        var ended = state with { Counts = counts, Content = after.Hash };
        if (state.DryRun || (state.Entries == 0 && !state.Replaces))
        {
            return new Next<ListImportState>(null, ended, default!);
        }

        var kept = await KeepAsync(after, new StoredListChange(before.Hash, after.Revision, state.Replaces, [], state.Id, import.Blocks.Count));
        return kept.IsSuccess
            ? new Next<ListImportState>(Put(policy.Document, present, after), ended, ListNotes.Imported(state, import.Remark, before, after, counts))
            : Result.Failure<Next<ListImportState>>(kept.Errors);
    }

    private async Task EndAsync(RunningListImport import, ListImportStatus status)
    {
        import.End(import.State with { Status = status, EndedAt = Now });
        await store.SweepAsync(Tenant, [.. imports.Where(static other => !other.HasEnded).Select(static other => other.State.Id)]);
    }

    private RunningListImport? Find(string id) => imports.Find(import => string.Equals(import.State.Id, id, StringComparison.Ordinal));

    private string NewId()
    {
        Span<byte> id = stackalloc byte[IdBytes];
        secrets.Fill(id);
        return Convert.ToHexStringLower(id);
    }
}
