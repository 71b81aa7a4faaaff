using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Encryption;

/// <summary>A simulated machine with a keyring on its disk, everything from one seed.</summary>
internal sealed class KeyringMachine
{
    public const string RootFile = "keys/root.ff";
    public const string DemoFile = "keys/tenants/demo.ff";
    public static readonly TenantId Demo = new("demo");
    public static readonly TenantId Other = new("other");
    private static readonly byte[] Nonce = new byte[TenantCipher.NonceLength];

    private readonly Random random;
    private readonly SeededScheduler scheduler;

    public KeyringMachine(int seed = 1)
    {
        random = new Random(seed);
        Disk = new SimulatedDisk(random);
        scheduler = new SeededScheduler(random);
    }

    public SimulatedDisk Disk { get; }

    public static byte[] Seal(TenantCipher cipher)
    {
        var bytes = new byte[4 + TenantCipher.TagLength];
        cipher.Seal(Nonce, "text"u8, bytes.AsSpan(0, 4), bytes.AsSpan(4), []);
        return bytes;
    }

    public static bool Opens(TenantCipher cipher, byte[] sealedBytes)
    {
        var plain = new byte[4];
        return cipher.TryOpen(Nonce, sealedBytes.AsSpan(0, 4), sealedBytes.AsSpan(4), plain, []) && plain.AsSpan().SequenceEqual("text"u8);
    }

    public KeyringSetup Setup(TestMasterKeys keys) => SetupOn(Disk, keys);

    public KeyringSetup SetupOn(SimulatedDisk disk, TestMasterKeys keys) => new(disk, keys, () => (ulong)random.NextInt64(), TimeProvider.System);

    public async Task MakeAsync(params TenantId[] tenants)
    {
        using var keyring = await OpenAsync(new TestMasterKeys(1));
        foreach (var tenant in tenants)
        {
            await keyring.GetCurrentAsync(tenant, KeyPurpose.Journal);
        }
    }

    public async Task AssertDamagedAsync(string file, string found, byte key = 1)
    {
        var error = (await TryOpenAsync(new TestMasterKeys(key))).Errors[0];
        Assert.Equal(("STORAGE_DAMAGED", file), (error.Code, error.Member));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Contains("restore the directory 'keys' from a backup", error.Message, StringComparison.Ordinal);
    }

    public async Task<Keyring> OpenAsync(TestMasterKeys keys) => (await TryOpenAsync(keys)).Value;

    public async Task<Result<Keyring>> TryOpenAsync(TestMasterKeys keys)
        => await Keyring.OpenAsync(Setup(keys));

    public void Run(Func<Task> test) => scheduler.Run(test);
}
