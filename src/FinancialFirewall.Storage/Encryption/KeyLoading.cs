using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>Unwraps the keys of a directory, or makes the first.</summary>
internal sealed class KeyLoading(KeyringSetup setup, KeyFileStore files, MasterKeySet masters)
{
    /// <summary>Makes the root key of a new directory.</summary>
    public async ValueTask<Result<LoadedKeys>> CreateAsync()
    {
        var made = new LoadedKeys(masters.Current.Id);
        await files.CreateAsync();
        made.Roots.Add(1, Instant.From(setup.Time.GetUtcNow()), AesKey.Random(setup.NextRandom));
        await files.WriteAsync(made.Roots.ToFile(masters.Current, newestOnly: true, setup.NextRandom));
        return made;
    }

    /// <summary>Unwraps what is there, all or nothing.</summary>
    public async ValueTask<Result<LoadedKeys>> LoadAsync(KeyFile root, CancellationToken cancellationToken)
    {
        if (masters.Find(root.MasterKeyId) is not { } master)
        {
            return KeyErrors.Wrong(setup.Disk.Location, root.MasterKeyId, setup.MasterKey.Description, masters.Ids);
        }

        var loaded = new LoadedKeys(root.MasterKeyId);
        var damage = LoadRoots(loaded.Roots, root, master);
        foreach (var tenant in damage is null ? await files.ListAsync() : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            damage ??= await LoadTenantAsync(loaded, tenant);
        }

        if (damage is null)
        {
            return loaded;
        }

        loaded.Forget();
        return damage.ToError();
    }

    private StorageDamage? LoadRoots(RootKeys roots, KeyFile file, MasterKey master)
    {
        foreach (var wrapped in file.Keys)
        {
            if (wrapped.Unwrap(null, master.Key) is not { } key)
            {
                return files.Damaged(null, Unopened(wrapped, $"master key {master.Id}"));
            }

            roots.Add(wrapped.Number, wrapped.Created, key);
        }

        return null;
    }

    private async ValueTask<StorageDamage?> LoadTenantAsync(LoadedKeys loaded, TenantId tenant)
    {
        var (file, damage) = await files.ReadAsync(tenant);
        if (file is null)
        {
            return damage ?? files.Damaged(tenant, "it has vanished.");
        }

        var keys = loaded.Tenants.GetOrAdd(tenant, static name => new TenantKeys(name));
        foreach (var wrapped in file.Keys)
        {
            if (loaded.Roots.Find(wrapped.WrappedBy) is not { } root)
            {
                return files.Damaged(
                    tenant, string.Create(CultureInfo.InvariantCulture, $"its keys are wrapped by root key {wrapped.WrappedBy}, which this directory does not have."));
            }

            if (wrapped.Unwrap(tenant, root) is not { } key)
            {
                return files.Damaged(tenant, Unopened(wrapped, string.Create(CultureInfo.InvariantCulture, $"root key {wrapped.WrappedBy}")));
            }

            keys.Set(file, (wrapped.Number, key));
        }

        return null;
    }

    private static string Unopened(in WrappedKey wrapped, string by)
        => string.Create(CultureInfo.InvariantCulture, $"key {wrapped.Number} is not what {by} wrapped.");
}
