using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using static FinancialFirewall.Storage.Tests.Encryption.KeyringMachine;

namespace FinancialFirewall.Storage.Tests.Encryption;

public sealed class KeyringRotationTests
{
    private readonly KeyringMachine machine = new();

    [Fact]
    public void RotateTenantAsync_Repeated_OldKeysStillOpen() => machine.Run(async () =>
    {
        var sealedBytes = new List<byte[]>();
        using (var keyring = await machine.OpenAsync(new TestMasterKeys(1)))
        {
            Assert.Equal("TENANT_KEY_NOT_FOUND", (await keyring.RotateTenantAsync(Demo)).Errors[0].Code);
            for (var i = 1u; i <= 3; i++)
            {
                sealedBytes.Add(Seal(await keyring.GetCurrentAsync(Demo, KeyPurpose.Journal)));
                Assert.Equal(i + 1, (await keyring.RotateTenantAsync(Demo)).Value);
            }
        }

        machine.Disk.Restart();
        using var again = await machine.OpenAsync(new TestMasterKeys(1));
        Assert.Equal(4u, (await again.GetCurrentAsync(Demo, KeyPurpose.Journal)).KeyNumber);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(Opens(again.Find(Demo, (uint)i + 1, KeyPurpose.Journal)!, sealedBytes[i]));
            Assert.False(Opens(again.Find(Demo, (uint)i + 2, KeyPurpose.Journal)!, sealedBytes[i]));
        }
    });

    [Fact]
    public void RotateMasterAsync_NewKeyFirst_OldKeyOpensNothingAnyMore() => machine.Run(async () =>
    {
        var source = new TestMasterKeys(1);
        byte[] sealedBytes;
        byte[] oldDemoFile;
        using (var keyring = await machine.OpenAsync(source))
        {
            sealedBytes = Seal(await keyring.GetCurrentAsync(Demo, KeyPurpose.Journal));
            await keyring.GetCurrentAsync(Other, KeyPurpose.Journal);
            Assert.False((await keyring.RotateMasterAsync()).Value);
            source.Keys = [9];
            Assert.Equal("MASTER_KEY_WRONG", (await keyring.RotateMasterAsync()).Errors[0].Code);
            source.Keys = [2, 1];
            oldDemoFile = machine.Disk.Content(DemoFile);
            Assert.True((await keyring.RotateMasterAsync()).Value);
            Assert.Equal(TestMasterKeys.IdOf(2), keyring.MasterKeyId);
            Assert.True(Opens(await keyring.GetCurrentAsync(Demo, KeyPurpose.Journal), sealedBytes));
        }

        Assert.Equal("MASTER_KEY_WRONG", (await machine.TryOpenAsync(new TestMasterKeys(1))).Errors[0].Code);
        using (var again = await machine.OpenAsync(new TestMasterKeys(2)))
        {
            Assert.True(Opens(await again.GetCurrentAsync(Demo, KeyPurpose.Journal), sealedBytes));
        }

        machine.Disk.Plant(DemoFile, oldDemoFile);
        await machine.AssertDamagedAsync(DemoFile, "its keys are wrapped by root key 1, which this directory does not have", 2);
    });

    [Fact]
    public void RotateMasterAsync_CrashAtEveryOperation_BothKeysOpenAndTheNextStartFinishes()
    {
        for (var operation = 1; CrashDuringRotation(operation, out var seed); operation++)
        {
            Assert.True(operation < 200, $"operation {operation}, seed {seed}: the rotation never ended");
        }
    }

    [Fact]
    public void RotateTenantAsync_CrashAtEveryOperation_NeverLosesAKeyThatSealed()
    {
        for (var operation = 1; operation <= 24; operation++)
        {
            var crashing = new KeyringMachine(operation);
            var sealedBytes = new List<(uint Number, byte[] Bytes)>();
            crashing.Run(async () => (await crashing.OpenAsync(new TestMasterKeys(1))).Dispose());
            crashing.Disk.CrashAt = crashing.Disk.Operations + operation;
            Assert.Throws<SimulatedCrashException>(() => crashing.Run(async () =>
            {
                using var keyring = await crashing.OpenAsync(new TestMasterKeys(1));
                while (true)
                {
                    var cipher = await keyring.GetCurrentAsync(Demo, KeyPurpose.Journal);
                    sealedBytes.Add((cipher.KeyNumber, Seal(cipher)));
                    await keyring.RotateTenantAsync(Demo);
                }
            }));
            crashing.Disk.Restart();
            crashing.Run(async () =>
            {
                using var keyring = await crashing.OpenAsync(new TestMasterKeys(1));
                Assert.All(sealedBytes, entry => Assert.True(Opens(keyring.Find(Demo, entry.Number, KeyPurpose.Journal)!, entry.Bytes)));
            });
        }
    }

    private static bool CrashDuringRotation(int operation, out int seed)
    {
        seed = 1_000 + operation;
        var rotated = new KeyringMachine(seed);
        var source = new TestMasterKeys(1);
        var sealedBytes = new Dictionary<TenantId, byte[]>();
        Keyring? keyring = null;
        rotated.Run(async () =>
        {
            keyring = await rotated.OpenAsync(source);
            foreach (var tenant in new[] { Demo, Other, new TenantId("third") })
            {
                sealedBytes.Add(tenant, Seal(await keyring.GetCurrentAsync(tenant, KeyPurpose.Journal)));
            }
        });
        source.Keys = [2, 1];
        rotated.Disk.CrashAt = rotated.Disk.Operations + operation;
        var crashed = false;
        try
        {
            rotated.Run(async () => await keyring!.RotateMasterAsync());
        }
        catch (SimulatedCrashException)
        {
            crashed = true;
        }

        keyring!.Dispose();
        rotated.Disk.Restart();
        CheckAfterRotation(rotated, sealedBytes, seed);
        return crashed;
    }

    private static void CheckAfterRotation(KeyringMachine rotated, Dictionary<TenantId, byte[]> sealedBytes, int seed) => rotated.Run(async () =>
    {
        var opened = await rotated.TryOpenAsync(new TestMasterKeys(2, 1));
        Assert.True(opened.IsSuccess, $"seed {seed}: {(opened.IsSuccess ? "" : opened.Errors[0].Message)}");
        opened.Value.Dispose();

        // From the first start with both keys on, the new one alone is enough and the old one is nothing.
        using (var keyring = await rotated.OpenAsync(new TestMasterKeys(2)))
        {
            foreach (var (tenant, bytes) in sealedBytes)
            {
                Assert.True(Opens(keyring.Find(tenant, 1, KeyPurpose.Journal)!, bytes), $"seed {seed}: {tenant}");
            }
        }

        Assert.Equal("MASTER_KEY_WRONG", (await rotated.TryOpenAsync(new TestMasterKeys(1))).Errors[0].Code);
    });
}
