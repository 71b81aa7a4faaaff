using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Encryption;

public sealed class KeyringTests
{
    private const string Root = "keys/root.ff";
    private const string DemoFile = "keys/tenants/demo.ff";
    private static readonly TenantId Demo = new("demo");
    private static readonly TenantId Other = new("other");
    private static readonly byte[] Nonce = new byte[TenantCipher.NonceLength];

    private readonly Random random = new(1);
    private readonly SimulatedDisk disk;
    private readonly SeededScheduler scheduler;

    public KeyringTests()
    {
        disk = new SimulatedDisk(random);
        scheduler = new SeededScheduler(random);
    }

    [Fact]
    public void GetCurrentAsync_NewTenant_IsFoundAgainAfterARestart() => Run(async () =>
    {
        byte[] sealedBytes;
        using (var first = await OpenAsync(new TestMasterKeys(1)))
        {
            sealedBytes = Seal(await first.GetCurrentAsync(Demo, KeyPurpose.Journal));
            Assert.Same(await first.GetCurrentAsync(Demo, KeyPurpose.Journal), first.Find(Demo, 1, KeyPurpose.Journal));
            Assert.Null(first.Find(Demo, 2, KeyPurpose.Journal));
            Assert.Null(first.Find(Other, 1, KeyPurpose.Journal));
        }

        disk.Restart();
        using var second = await OpenAsync(new TestMasterKeys(1));
        Assert.True(Opens(second.Find(Demo, 1, KeyPurpose.Journal)!, sealedBytes));
        Assert.False(Opens(second.Find(Demo, 1, KeyPurpose.States)!, sealedBytes));
        Assert.False(Opens(await second.GetCurrentAsync(Other, KeyPurpose.Journal), sealedBytes));
        Assert.Equal([(Demo, 1u, true), (Other, 1u, true)], second.List().Select(key => (key.Tenant, key.Number, key.IsCurrent)));
    });

    [Fact]
    public void GetCurrentAsync_ManyAtOnce_MakesOneKey() => Run(async () =>
    {
        using var keyring = await OpenAsync(new TestMasterKeys());
        var ciphers = new List<TenantCipher>();
        var tasks = Enumerable.Range(0, 20).Select(_ => keyring.GetCurrentAsync(Demo, KeyPurpose.Journal).AsTask()).ToList();
        foreach (var task in tasks)
        {
            ciphers.Add(await task);
        }

        Assert.Single(ciphers.Distinct());
        Assert.Single(keyring.List());
    });

    private static byte[] Seal(TenantCipher cipher)
    {
        var bytes = new byte[4 + TenantCipher.TagLength];
        cipher.Seal(Nonce, "text"u8, bytes.AsSpan(0, 4), bytes.AsSpan(4), []);
        return bytes;
    }

    private static bool Opens(TenantCipher cipher, byte[] sealedBytes)
    {
        var plain = new byte[4];
        return cipher.TryOpen(Nonce, sealedBytes.AsSpan(0, 4), sealedBytes.AsSpan(4), plain, []) && plain.AsSpan().SequenceEqual("text"u8);
    }

    private async Task<Keyring> OpenAsync(TestMasterKeys keys) => (await TryOpenAsync(keys)).Value;

    private async Task<Result<Keyring>> TryOpenAsync(TestMasterKeys keys)
        => await Keyring.OpenAsync(new KeyringSetup(disk, keys, () => (ulong)random.NextInt64(), TimeProvider.System));

    private void Run(Func<Task> test) => scheduler.Run(test);
}
