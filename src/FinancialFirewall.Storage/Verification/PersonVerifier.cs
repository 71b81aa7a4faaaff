using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Verification;

/// <summary>Verifies the keys of persons of a data directory. No record is opened with them: what is sealed for a person is proved by the seal of its block.</summary>
/// <param name="disk">The directory.</param>
/// <param name="keys">The keys that the files are sealed with; without them checksums are proved and nothing is opened.</param>
internal sealed class PersonVerifier(IDisk disk, PurposeKeys? keys)
{
    public List<StorageDamage> Damages { get; } = [];

    /// <summary>Verifies all files, and that every tenant has one that has records which were sealed.</summary>
    public async ValueTask VerifyAsync(IEnumerable<TenantId> withSegments, Action<string, long> report)
    {
        var missing = withSegments.ToHashSet();
        foreach (var entry in await disk.ListAsync(PersonKeyStore.DirectoryName))
        {
            if (PersonKeyStore.TenantOf(entry) is not { } tenant)
            {
                continue;
            }

            missing.Remove(tenant);
            var (_, damage) = await PersonKeyStore.ReadAsync(disk, keys, tenant);
            if (damage is not null)
            {
                Damages.Add(damage);
            }

            report($"{PersonKeyStore.DirectoryName}/{entry.Name}", entry.Length);
        }

        Damages.AddRange(missing.OrderBy(tenant => tenant.Name, StringComparer.Ordinal).Select(PersonKeyStore.Missing));
    }
}
