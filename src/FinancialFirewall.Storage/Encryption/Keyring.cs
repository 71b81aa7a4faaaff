using System.Collections.Concurrent;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// The keys of a data directory. A master key, which is kept elsewhere, wraps the directory's root key; that wraps the keys of the tenants; from those come
/// the keys that seal, one for each purpose. Everything is read when the keyring is opened; finding a key never waits. A key is on disk before it seals.
/// All members may be called by many at once.
/// </summary>
public sealed class Keyring : IDisposable
{
    /// <summary>The directory of the keys.</summary>
    public const string DirectoryName = "keys";

    /// <summary>How many keys a tenant may have.</summary>
    public const int MaximumKeysPerTenant = KeyFile.MaximumKeys;

    private readonly Lock access = new();
    private readonly KeyringSetup setup;
    private readonly KeyFileStore files;
    private readonly LoadedKeys loaded;
    private Task last = Task.CompletedTask;
    private volatile string masterKeyId;

    internal Keyring(KeyringSetup setup, KeyFileStore files, LoadedKeys loaded)
    {
        this.setup = setup;
        this.files = files;
        this.loaded = loaded;
        masterKeyId = loaded.MasterKeyId;
    }

    private RootKeys Roots => loaded.Roots;

    private ConcurrentDictionary<TenantId, TenantKeys> Tenants => loaded.Tenants;

    /// <summary>The name of the master key that wraps the root key, see <see cref="MasterKey.Id"/>.</summary>
    public string MasterKeyId => masterKeyId;

    /// <summary>
    /// Reads the keys of a data directory, or makes those of a new one. Where the source's current master key is not the one that wraps, it takes its place; a
    /// replacement that a crash interrupted is finished. Refusals: <c>MASTER_KEY_MISSING</c>, <c>MASTER_KEY_INVALID</c>, <c>MASTER_KEY_EXPOSED</c>,
    /// <c>MASTER_KEY_UNREACHABLE</c>, <c>MASTER_KEY_WRONG</c>, <c>STORAGE_DAMAGED</c>.
    /// </summary>
    /// <exception cref="IOException">The disk could not be read or written.</exception>
    public static async ValueTask<Result<Keyring>> OpenAsync(KeyringSetup setup, CancellationToken cancellationToken = default)
    {
        var store = new KeyFileStore(setup.Disk, DirectoryName);
        var root = await store.ReadAsync(null);
        if (root.Damage is not null)
        {
            return root.Damage.ToError();
        }

        if (root.File is null && (setup.HasData || setup.IsReadOnly || (await store.ListAsync()).Count > 0))
        {
            return store.Damaged(null, "it is missing and there is data.").ToError();
        }

        var given = await setup.MasterKey.LoadAsync(root.File is null, cancellationToken);
        if (!given.IsSuccess)
        {
            return Result.Failure<Keyring>(given.Errors);
        }

        using var masters = given.Value;
        var loading = new KeyLoading(setup, store, masters);
        var keys = root.File is null ? await loading.CreateAsync() : await loading.LoadAsync(root.File, cancellationToken);
        if (!keys.IsSuccess)
        {
            return Result.Failure<Keyring>(keys.Errors);
        }

        var keyring = new Keyring(setup, store, keys.Value);
        if (!setup.IsReadOnly)
        {
            await keyring.CatchUpAsync(masters.Current);
        }

        return keyring;
    }

    /// <summary>The name of the master key that a data directory needs, without any key. Refusal: <c>STORAGE_DAMAGED</c>, also where there are no keys.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public static async ValueTask<Result<string>> ReadMasterKeyIdAsync(IDisk disk)
    {
        var store = new KeyFileStore(disk, DirectoryName);
        var (file, damage) = await store.ReadAsync(null);
        return file is not null ? file.MasterKeyId : (damage ?? store.Damaged(null, "it is missing.")).ToError();
    }

    /// <summary>Takes in the keys of another copy of this directory that are not known here. Refusals are those of <see cref="OpenAsync"/>; then nothing is taken in.</summary>
    /// <param name="copy">The other copy; only its key files are read.</param>
    /// <param name="keep">Puts those files on this disk, before the keys are used.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many keys were added.</returns>
    /// <exception cref="IOException">A disk could not be read or written.</exception>
    internal async ValueTask<Result<int>> AdoptAsync(IDisk copy, Func<ValueTask> keep, CancellationToken cancellationToken = default)
    {
        var opened = await OpenAsync(setup with { Disk = copy, HasData = true, IsReadOnly = true }, cancellationToken);
        if (!opened.IsSuccess)
        {
            return Result.Failure<int>(opened.Errors);
        }

        using var fresh = opened.Value;
        return await AloneAsync(async () =>
        {
            await keep();
            return Adopt(fresh);
        });
    }

    /// <summary>The keyring as one part of the storage sees it.</summary>
    public PurposeKeys For(KeyPurpose purpose) => new(this, purpose);

    /// <summary>The cipher that seals for a tenant. The first time that a tenant is named its key is made, and is on disk when the task completes.</summary>
    /// <exception cref="IOException">The key could not be kept.</exception>
    public ValueTask<TenantCipher> GetCurrentAsync(TenantId tenant, KeyPurpose purpose)
        => Tenants.TryGetValue(tenant, out var keys) ? new(keys.Current(purpose)) : CreateAsync(tenant, purpose);

    /// <summary>The cipher that opens what a tenant's key of this number sealed; <see langword="null"/> where there is no such key.</summary>
    public TenantCipher? Find(TenantId tenant, uint keyNumber, KeyPurpose purpose)
        => Tenants.TryGetValue(tenant, out var keys) ? keys.Find(keyNumber, purpose) : null;

    /// <summary>What can be told of all keys, by tenant and number.</summary>
    public IReadOnlyList<TenantKeyInfo> List()
    {
        var found = new List<TenantKeyInfo>();
        foreach (var (tenant, keys) in Tenants.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
        {
            var file = keys.File;
            found.AddRange(file.Keys.Select(key => new TenantKeyInfo(tenant, key.Number, key.Created, key.Number == file.Newest.Number)));
        }

        return found;
    }

    /// <summary>
    /// Gives a tenant a new key for all that is sealed from now on; what was sealed before is opened by the key that sealed it. Refusals:
    /// <c>TENANT_KEY_NOT_FOUND</c>, <c>TENANT_KEYS_FULL</c>.
    /// </summary>
    /// <returns>The number of the new key.</returns>
    /// <exception cref="IOException">The disk could not keep it; the old key goes on.</exception>
    public async ValueTask<Result<uint>> RotateTenantAsync(TenantId tenant) => Tenants.TryGetValue(tenant, out var keys)
        ? await AloneAsync(() => ReplaceKeyAsync(tenant, keys))
        : KeyErrors.UnknownTenant(tenant);

    /// <summary>
    /// Asks the source for its keys again. Where its current one is not the one that wraps, a new root key takes the place of the old one, wrapped by the
    /// current master key, and all tenants' keys are wrapped by the new root key: whoever has only the old master key can read no later copy of the
    /// directory's keys. Reading and sealing go on meanwhile. Refusals are those of the source.
    /// </summary>
    /// <returns>Whether the master key was replaced.</returns>
    /// <exception cref="IOException">The disk could not keep it; the next attempt or start finishes it.</exception>
    public async ValueTask<Result<bool>> RotateMasterAsync(CancellationToken cancellationToken = default)
    {
        var given = await setup.MasterKey.LoadAsync(isNewDirectory: false, cancellationToken);
        if (!given.IsSuccess)
        {
            return Result.Failure<bool>(given.Errors);
        }

        using var masters = given.Value;
        return masters.Find(MasterKeyId) is null
            ? KeyErrors.Wrong(setup.Disk.Location, MasterKeyId, setup.MasterKey.Description, masters.Ids)
            : await AloneAsync(() => CatchUpAsync(masters.Current));
    }

    /// <summary>Zeroes all keys.</summary>
    public void Dispose() => loaded.Forget();

    private int Adopt(Keyring fresh)
    {
        var added = 0;
        foreach (var (tenant, found) in fresh.Tenants)
        {
            var keys = Tenants.GetOrAdd(tenant, static name => new TenantKeys(name));
            added += keys.Adopt(found);
        }

        masterKeyId = fresh.masterKeyId;
        return added;
    }

    private async ValueTask<TenantCipher> CreateAsync(TenantId tenant, KeyPurpose purpose)
    {
        if (setup.IsReadOnly)
        {
            throw new InvalidOperationException($"The tenant '{tenant}' has no key, and this keyring makes none.");
        }

        return await AloneAsync(async () =>
        {
            if (!Tenants.TryGetValue(tenant, out var keys))
            {
                keys = new TenantKeys(tenant);
                await AddKeyAsync(tenant, keys);
                Tenants[tenant] = keys;
            }

            return keys.Current(purpose);
        });
    }

    private async ValueTask<Result<uint>> ReplaceKeyAsync(TenantId tenant, TenantKeys keys)
        => keys.File.Keys.Count < MaximumKeysPerTenant ? await AddKeyAsync(tenant, keys) : KeyErrors.TooMany(tenant, MaximumKeysPerTenant);

    private async ValueTask<uint> AddKeyAsync(TenantId tenant, TenantKeys keys)
    {
        var number = keys.IsEmpty ? 1 : checked(keys.File.Newest.Number + 1);
        var key = AesKey.Random(setup.NextRandom);
        var facts = new WrappedKey(number, Roots.Newest, Instant.From(setup.Time.GetUtcNow()), default);
        var file = keys.File with { Keys = [.. keys.File.Keys, WrappedKey.Wrap(tenant, facts, key, Roots.NewestKey, setup.NextRandom)] };
        await files.WriteAsync(file);
        keys.Set(file, (number, key));
        return number;
    }

    /// <returns>Whether the master key was replaced.</returns>
    private async ValueTask<bool> CatchUpAsync(MasterKey master)
    {
        var isOther = !string.Equals(master.Id, MasterKeyId, StringComparison.Ordinal);
        if (isOther)
        {
            Roots.Add(checked(Roots.Newest + 1), Instant.From(setup.Time.GetUtcNow()), AesKey.Random(setup.NextRandom));
            await files.WriteAsync(Roots.ToFile(master, newestOnly: false, setup.NextRandom));
            masterKeyId = master.Id;
        }

        if (Roots.HasOldOnes)
        {
            foreach (var (tenant, keys) in Tenants.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
            {
                await RewrapAsync(tenant, keys);
            }

            await files.WriteAsync(Roots.ToFile(master, newestOnly: true, setup.NextRandom));
            Roots.DropOld();
        }

        return isOther;
    }

    private async ValueTask RewrapAsync(TenantId tenant, TenantKeys keys)
    {
        if (keys.File.Keys.All(key => key.WrappedBy == Roots.Newest))
        {
            return;
        }

        var wrapped = keys.File.Keys.Select(
            key => WrappedKey.Wrap(tenant, key with { WrappedBy = Roots.Newest }, keys.Key(key.Number), Roots.NewestKey, setup.NextRandom));
        var file = keys.File with { Keys = [.. wrapped] };
        await files.WriteAsync(file);
        keys.Set(file);
    }

    // Changes of key files come one after the other. A failed one is its caller's business and does not hold up the next.
    private async ValueTask<T> AloneAsync<T>(Func<ValueTask<T>> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (access)
        {
            before = last;
            last = done.Task;
        }

        await before;
        try
        {
            return await work();
        }
        finally
        {
            done.SetResult();
        }
    }
}
