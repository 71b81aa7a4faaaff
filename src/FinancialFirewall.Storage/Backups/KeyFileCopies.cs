using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// Reads the wrapped keys of a data directory so that they fit together: while keys are replaced, a tenant's file may be wrapped by a root key that the root
/// file read before does not have, and then all are read again.
/// </summary>
internal sealed class KeyFileCopies(IDisk disk)
{
    private const int MaximumReadings = 1_000;

    private readonly KeyFileStore store = new(disk, Keyring.DirectoryName);

    /// <summary>The key files, and the name of the master key that opens them.</summary>
    public async ValueTask<Result<(IReadOnlyList<(string Path, byte[] Bytes)> Files, string MasterKeyId)>> ReadAsync()
    {
        for (var reading = 0; reading < MaximumReadings; reading++)
        {
            var files = new List<KeyFile>();
            if (await ReadAllAsync(files) is { } damage)
            {
                return damage.ToError();
            }

            var roots = files[0].Keys.Select(key => key.Number).ToHashSet();
            if (files.Skip(1).All(file => file.Keys.All(key => roots.Contains(key.WrappedBy))))
            {
                return (files.ConvertAll(file => (store.PathOf(file.Owner), file.ToBytes())), files[0].MasterKeyId);
            }
        }

        return BackupErrors.KeysAreBeingReplaced();
    }

    private async ValueTask<StorageDamage?> ReadAllAsync(List<KeyFile> files)
    {
        TenantId?[] owners = [null, .. await store.ListAsync()];
        foreach (var owner in owners)
        {
            var (file, damage) = await store.ReadAsync(owner);
            if (file is null)
            {
                return damage ?? store.Damaged(owner, "it is missing.");
            }

            files.Add(file);
        }

        return null;
    }
}
