using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Grains.Policies;

/// <summary>
/// Where changes of lists are kept, each once and for good, under the hash of the contents that it leads to. A policy version names the hash, so what is kept here
/// counts from the moment in which such a version does, and a change that no version names counts for nothing. The blocks of an import are kept one by one
/// before the change that they belong to; those of an import that came to no end are swept.
/// </summary>
public sealed class ListStore(IStateStore states)
{
    private const string Name = "list";
    private const string BlockName = "list-block";
    private const string ImportName = "list-import";

    /// <summary>The change that led to contents; null where there is none.</summary>
    internal async ValueTask<(StoredListChange Stored, ListDelta Delta)?> ReadAsync(TenantId tenant, string hash)
    {
        var entry = await states.ReadAsync(new StateKey(tenant, Name, hash));
        if (entry is null)
        {
            return null;
        }

        var stored = JsonSerializer.Deserialize(entry.Bytes.Span, PolicyJson.Default.StoredListChange)!;
        var blocks = stored.Blocks.Select(static bytes => new ListBlock(bytes)).ToList();
        for (var number = 0; number < stored.ImportedBlocks; number++)
        {
            blocks.Add(await ReadBlockAsync(tenant, stored.Import!, number));
        }

        return (stored, new ListDelta(stored.Replaces, blocks));
    }

    /// <summary>Keeps a change. Keeping the same once more changes nothing.</summary>
    /// <returns>What leads to no change: the disk has no room.</returns>
    internal async ValueTask<Result<bool>> WriteAsync(TenantId tenant, string hash, StoredListChange change)
    {
        var key = new StateKey(tenant, Name, hash);
        if (await states.ReadAsync(key) is not null)
        {
            return true;
        }

        var write = new StateWrite(key, JsonSerializer.SerializeToUtf8Bytes(change, PolicyJson.Default.StoredListChange), null);
        StateWrite[] all = change.Import is { } import ? [write, new StateWrite(new StateKey(tenant, ImportName, import), default, null)] : [write];
        var written = await states.WriteAllAsync(all);
        return written.IsSuccess ? true : Result.Failure<bool>(written.Errors);
    }

    /// <summary>Keeps a block of an import.</summary>
    internal async ValueTask<Result<bool>> WriteBlockAsync(TenantId tenant, string import, int number, ListBlock block)
    {
        var written = await states.WriteAsync(KeyOf(tenant, import, number), block.Bytes, null);
        return written.IsSuccess ? true : Result.Failure<bool>(written.Errors);
    }

    /// <summary>Deletes the blocks of imports that came to no end, but for those that are under way.</summary>
    internal async ValueTask SweepAsync(TenantId tenant, IReadOnlyCollection<string> underWay)
    {
        var finished = states.List(tenant, ImportName).Select(static key => key.Key).Concat(underWay).ToHashSet(StringComparer.Ordinal);
        foreach (var key in states.List(tenant, BlockName).Where(key => !finished.Contains(ImportOf(key))))
        {
            if (await states.ReadAsync(key) is { } entry)
            {
                await states.DeleteAsync(key, entry.ETag);
            }
        }
    }

    private static StateKey KeyOf(TenantId tenant, string import, int number)
        => new(tenant, BlockName, string.Create(CultureInfo.InvariantCulture, $"{import}/{number:D6}"));

    private static string ImportOf(StateKey key) => key.Key[..key.Key.IndexOf('/', StringComparison.Ordinal)];

    private async ValueTask<ListBlock> ReadBlockAsync(TenantId tenant, string import, int number)
    {
        var entry = await states.ReadAsync(KeyOf(tenant, import, number))
            ?? throw new InvalidDataException($"Block {number} of the import '{import}' of tenant '{tenant}' is not there.");
        return new ListBlock(entry.Bytes.ToArray());
    }
}
