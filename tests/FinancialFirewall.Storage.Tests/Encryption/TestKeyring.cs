using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Encryption;

/// <summary>A keyring on a disk of its own that has no faults. It is the same every time, so that bytes of one test can be planted in another.</summary>
internal static class TestKeyring
{
    private static readonly Lazy<Keyring> Made = new(Open);

    /// <summary>One for all tests: it already has the keys of the tenants that they use, so that it waits for nothing.</summary>
    public static Keyring Shared => Made.Value;

    private static Keyring Open()
    {
        var random = new Random(7);
        var disk = new SimulatedDisk(random);
        Keyring? keyring = null;
        new SeededScheduler(random).Run(async () =>
        {
            keyring = (await Keyring.OpenAsync(new KeyringSetup(disk, new TestMasterKeys(), () => (ulong)random.NextInt64(), TimeProvider.System))).Value;
            foreach (var tenant in new[] { "demo", "other" })
            {
                await keyring.GetCurrentAsync(new TenantId(tenant), KeyPurpose.Journal);
            }
        });
        return keyring!;
    }
}
