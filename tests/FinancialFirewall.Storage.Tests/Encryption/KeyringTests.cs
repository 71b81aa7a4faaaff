using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using static FinancialFirewall.Storage.Tests.Encryption.KeyringMachine;

namespace FinancialFirewall.Storage.Tests.Encryption;

public sealed class KeyringTests
{
    private readonly KeyringMachine machine = new();

    [Fact]
    public void GetCurrentAsync_NewTenant_IsFoundAgainAfterARestart() => machine.Run(async () =>
    {
        byte[] sealedBytes;
        using (var first = await machine.OpenAsync(new TestMasterKeys(1)))
        {
            sealedBytes = Seal(await first.GetCurrentAsync(Demo, KeyPurpose.Journal));
            Assert.Same(await first.GetCurrentAsync(Demo, KeyPurpose.Journal), first.Find(Demo, 1, KeyPurpose.Journal));
            Assert.Null(first.Find(Demo, 2, KeyPurpose.Journal));
            Assert.Null(first.Find(Other, 1, KeyPurpose.Journal));
        }

        machine.Disk.Restart();
        using var second = await machine.OpenAsync(new TestMasterKeys(1));
        Assert.True(Opens(second.Find(Demo, 1, KeyPurpose.Journal)!, sealedBytes));
        Assert.False(Opens(second.Find(Demo, 1, KeyPurpose.States)!, sealedBytes));
        Assert.False(Opens(await second.GetCurrentAsync(Other, KeyPurpose.Journal), sealedBytes));
        Assert.Equal([(Demo, 1u, true), (Other, 1u, true)], second.List().Select(key => (key.Tenant, key.Number, key.IsCurrent)));
    });

    [Fact]
    public void GetCurrentAsync_ManyAtOnce_MakesOneKey() => machine.Run(async () =>
    {
        using var keyring = await machine.OpenAsync(new TestMasterKeys());
        var ciphers = new List<TenantCipher>();
        var tasks = Enumerable.Range(0, 20).Select(_ => keyring.GetCurrentAsync(Demo, KeyPurpose.Journal).AsTask()).ToList();
        foreach (var task in tasks)
        {
            ciphers.Add(await task);
        }

        Assert.Single(ciphers.Distinct());
        Assert.Single(keyring.List());
    });

    [Fact]
    public void OpenAsync_WrongKey_NamesTheOneThatIsNeeded() => machine.Run(async () =>
    {
        (await machine.OpenAsync(new TestMasterKeys(1))).Dispose();
        var error = (await machine.TryOpenAsync(new TestMasterKeys(2, 3))).Errors[0];
        Assert.Equal("MASTER_KEY_WRONG", error.Code);
        Assert.Equal(
            $"The data in '/simulated' is wrapped by master key {TestMasterKeys.IdOf(1)}, and the test has {TestMasterKeys.IdOf(2)}, {TestMasterKeys.IdOf(3)}. Give the key {TestMasterKeys.IdOf(1)}; to replace it, give both, the new one first.",
            error.Message);
        Assert.Equal(TestMasterKeys.IdOf(1), (await Keyring.ReadMasterKeyIdAsync(machine.Disk)).Value);
    });

    [Fact]
    public void OpenAsync_KeysOfAnotherDirectory_AreRefused() => machine.Run(async () =>
    {
        await machine.MakeAsync(Demo);
        var foreign = machine.Disk.Content(DemoFile);
        var elsewhere = new SimulatedDisk(new Random(2));
        using (var other = (await Keyring.OpenAsync(machine.SetupOn(elsewhere, new TestMasterKeys(1)))).Value)
        {
            await other.GetCurrentAsync(Demo, KeyPurpose.Journal);
        }

        elsewhere.Plant(DemoFile, foreign);
        var error = (await Keyring.OpenAsync(machine.SetupOn(elsewhere, new TestMasterKeys(1)))).Errors[0];
        Assert.Equal(("STORAGE_DAMAGED", DemoFile), (error.Code, error.Member));
        Assert.Contains("key 1 is not what root key 1 wrapped", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void OpenAsync_KeysOfAnotherTenant_AreRefused() => machine.Run(async () =>
    {
        await machine.MakeAsync(Demo, Other);
        machine.Disk.Plant(DemoFile, machine.Disk.Content("keys/tenants/other.ff"));
        await machine.AssertDamagedAsync(DemoFile, "these are the keys of the tenant 'other', under another name");
        machine.Disk.Plant(DemoFile, machine.Disk.Content(RootFile));
        await machine.AssertDamagedAsync(DemoFile, "these are the keys of the directory, under another name");
    });

    [Fact]
    public void OpenAsync_MissingRoot_IsRefusedAndNotMadeAnew() => machine.Run(async () =>
    {
        await machine.MakeAsync(Demo);
        machine.Disk.Steal(RootFile);
        await machine.AssertDamagedAsync(RootFile, "it is missing and there is data");
        machine.Disk.Steal(DemoFile);
        var setup = machine.Setup(new TestMasterKeys(1)) with { HasData = true };
        Assert.Equal(("STORAGE_DAMAGED", RootFile), ((await Keyring.OpenAsync(setup)).Errors[0].Code, (await Keyring.OpenAsync(setup)).Errors[0].Member));
    });

    [Theory]
    [InlineData(RootFile)]
    [InlineData(DemoFile)]
    public void OpenAsync_AnyByteFlippedOrCut_IsRefusedByFile(string file) => machine.Run(async () =>
    {
        await machine.MakeAsync(Demo);
        var content = machine.Disk.Content(file);
        for (var at = 0; at < content.Length; at++)
        {
            machine.Disk.Flip(file, at, at % 8);
            await machine.AssertDamagedAsync(file, "");
            machine.Disk.Plant(file, content[..at]);
            await machine.AssertDamagedAsync(file, "");
            machine.Disk.Plant(file, content);
        }

        (await machine.OpenAsync(new TestMasterKeys(1))).Dispose();
    });

    [Fact]
    public void GetCurrentAsync_ReadOnly_MakesNothing() => machine.Run(async () =>
    {
        await machine.MakeAsync(Demo);
        var files = machine.Disk.Files;
        var setup = machine.Setup(new TestMasterKeys(2, 1)) with { IsReadOnly = true };
        using var keyring = (await Keyring.OpenAsync(setup)).Value;
        Assert.Equal(1u, (await keyring.GetCurrentAsync(Demo, KeyPurpose.Segments)).KeyNumber);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await keyring.GetCurrentAsync(Other, KeyPurpose.Segments));
        Assert.Equal(files, machine.Disk.Files);
        Assert.Equal(TestMasterKeys.IdOf(1), (await Keyring.ReadMasterKeyIdAsync(machine.Disk)).Value);
    });
}
