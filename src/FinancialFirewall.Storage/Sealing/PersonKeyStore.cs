using System.Collections.Concurrent;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// The keys of persons of all tenants, a file each, read when the store is opened. Keys are on disk before anything that they sealed counts. Changes are
/// made by one caller at a time; reading never waits.
/// </summary>
public sealed class PersonKeyStore
{
    /// <summary>The directory of the files.</summary>
    public const string DirectoryName = "persons";

    private const string Suffix = ".ff";
    private const string Unfinished = ".tmp";
    private const string Advice = "Without it nothing can be read that is about persons: restore the directory 'persons' from the newest backup, and check the disk.";

    private readonly IDisk disk;
    private readonly PurposeKeys keys;
    private readonly Func<ulong> nextRandom;
    private readonly ConcurrentDictionary<TenantId, PersonKeys> tenants = [];
    private readonly ConcurrentDictionary<TenantId, PersonKeys> kept = [];

    private PersonKeyStore(IDisk disk, PurposeKeys keys, Func<ulong> nextRandom) => (this.disk, this.keys, this.nextRandom) = (disk, keys, nextRandom);

    /// <summary>The tenants that have keys, in ordinal order.</summary>
    public IReadOnlyList<TenantId> Tenants => [.. tenants.Keys.OrderBy(tenant => tenant.Name, StringComparer.Ordinal)];

    /// <summary>Reads all files. What a crash left unfinished is cleared away.</summary>
    /// <returns>The store, or the damage that was found.</returns>
    internal static async ValueTask<(PersonKeyStore Store, StorageDamage? Damage)> OpenAsync(IDisk disk, PurposeKeys keys, Func<ulong> nextRandom)
    {
        var store = new PersonKeyStore(disk, keys, nextRandom);
        foreach (var entry in await disk.ListAsync(DirectoryName))
        {
            if (entry.Name.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                await disk.DeleteAsync($"{DirectoryName}/{entry.Name}");
            }
            else if (TenantOf(entry) is { } tenant)
            {
                var (found, damage) = await ReadAsync(disk, keys, tenant);
                if (damage is not null)
                {
                    return (store, damage);
                }

                store.tenants[tenant] = store.kept[tenant] = found!;
            }
        }

        return (store, null);
    }

    /// <summary>A store of no tenant, for those who read no records of persons.</summary>
    internal static PersonKeyStore Empty(IDisk disk, PurposeKeys keys)
        => new(disk, keys, static () => throw new InvalidOperationException("No keys of persons are made here."));

    /// <summary>Reads and proves a file; without keys only its checksums.</summary>
    internal static async ValueTask<(PersonKeys? Keys, StorageDamage? Damage)> ReadAsync(IDisk disk, PurposeKeys? keys, TenantId tenant)
    {
        await using var file = await disk.OpenAsync(PathOf(tenant), DiskFileUse.Read);
        var bytes = new byte[Math.Min(PersonFile.MaximumLength, await file.GetLengthAsync())];
        var read = await file.ReadAsync(0, bytes);
        var problem = PersonFile.Check(bytes.AsSpan(0, read), tenant);
        var found = default(PersonKeys);
        if (problem is null && keys is not null)
        {
            (found, problem) = PersonFile.Open(bytes.AsSpan(0, read), tenant, keys);
        }

        return (found, problem is null ? null : new StorageDamage(PathOf(tenant), 0, problem, Advice));
    }

    /// <summary>Whose file an entry of the directory is; <see langword="null"/> where it is none.</summary>
    internal static TenantId? TenantOf(DiskEntry entry)
    {
        var name = entry.Name.EndsWith(Suffix, StringComparison.Ordinal) ? entry.Name[..^Suffix.Length] : "";
        return !entry.IsDirectory && TenantId.IsValid(name) ? new TenantId(name) : null;
    }

    /// <summary>The damage that a tenant has records that were sealed, and no file.</summary>
    internal static StorageDamage Missing(TenantId tenant) => new(PathOf(tenant), 0, "it is missing and there are segments.", Advice);

    /// <summary>A tenant's keys; <see langword="null"/> where nothing of it was ever sealed.</summary>
    public PersonKeys? Find(TenantId tenant) => tenants.GetValueOrDefault(tenant);

    /// <summary>A tenant's keys, which are made in memory where there are none: <see cref="KeepAsync"/> them before anything that they seal counts.</summary>
    internal PersonKeys GetOrCreate(TenantId tenant) => tenants.GetOrAdd(tenant, _ => PersonKeys.Create(nextRandom));

    /// <summary>Puts a tenant's keys on disk, where they are not.</summary>
    /// <exception cref="IOException">The disk could not keep them.</exception>
    internal async ValueTask KeepAsync(TenantId tenant)
    {
        var wanted = GetOrCreate(tenant);
        if (!ReferenceEquals(kept.GetValueOrDefault(tenant), wanted))
        {
            await ReplaceAsync(tenant, wanted);
        }
    }

    /// <summary>Puts other keys in the place of a tenant's, durably when the task completes: from then on nobody has those that are gone.</summary>
    /// <exception cref="IOException">The disk could not keep them; the old ones go on.</exception>
    internal async ValueTask ReplaceAsync(TenantId tenant, PersonKeys next)
    {
        await WriteAsync(tenant, PersonFile.Write(tenant, next, await keys.GetCurrentAsync(tenant), nextRandom));
        tenants[tenant] = kept[tenant] = next;
    }

    /// <summary>Takes over a file of another copy of the directory, durably: from then on nobody here has keys that are not in it.</summary>
    /// <returns>What is wrong with the file; <see langword="null"/> where it was taken over.</returns>
    /// <exception cref="IOException">The disk could not keep it; the old one goes on.</exception>
    internal async ValueTask<string?> AdoptAsync(TenantId tenant, ReadOnlyMemory<byte> bytes)
    {
        var problem = PersonFile.Check(bytes.Span, tenant);
        var found = default(PersonKeys);
        if (problem is null)
        {
            (found, problem) = PersonFile.Open(bytes.ToArray(), tenant, keys);
        }

        if (problem is null)
        {
            await WriteAsync(tenant, bytes);
            tenants[tenant] = kept[tenant] = found!;
        }

        return problem;
    }

    private async ValueTask WriteAsync(TenantId tenant, ReadOnlyMemory<byte> bytes)
    {
        if (!await disk.ExistsAsync(DirectoryName))
        {
            await disk.CreateDirectoryAsync(DirectoryName);
            await disk.SyncDirectoryAsync("");
        }

        var path = PathOf(tenant);
        await disk.DeleteAsync(path + Unfinished);
        await using (var file = await disk.CreateAsync(path + Unfinished, DiskFileUse.Write))
        {
            await file.WriteAsync(0, [bytes]);
            await file.FlushAsync();
        }

        await disk.RenameAsync(path + Unfinished, path);
        await disk.SyncDirectoryAsync(DirectoryName);
    }

    private static string PathOf(TenantId tenant) => $"{DirectoryName}/{tenant.Name}{Suffix}";
}
