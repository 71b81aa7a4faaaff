using System.Net;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Tests.Keys;

public sealed class KeyVaultMasterKeyTests
{
    [Fact]
    public async Task LoadAsync_SeveralVersions_GivesTheNewestFirstAndNoDisabledOne()
    {
        await using var vault = await FakeKeyVault.StartAsync();
        vault.Add(Text(1));
        vault.Add(Text(2), enabled: false);
        vault.Add(Text(3));
        vault.Add(Text(4));
        using var keys = (await Source(vault).LoadAsync(isNewDirectory: false)).Value;
        Assert.Equal([Id(4), Id(3), Id(1)], keys.Ids);
    }

    [Fact]
    public async Task LoadAsync_ListingForbidden_GivesTheCurrentKey()
    {
        await using var vault = await FakeKeyVault.StartAsync();
        vault.CanList = false;
        vault.Add(Text(1));
        vault.Add(Text(2));
        using var keys = (await Source(vault).LoadAsync(isNewDirectory: false)).Value;
        Assert.Equal([Id(2)], keys.Ids);
    }

    [Fact]
    public async Task LoadAsync_NoSecret_SaysHowToMakeOne()
    {
        await using var vault = await FakeKeyVault.StartAsync();
        var error = (await Source(vault).LoadAsync(isNewDirectory: true)).Errors[0];
        Assert.Equal("MASTER_KEY_MISSING", error.Code);
        Assert.Contains("the secret 'key' of https://127.0.0.1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("az keyvault secret set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_NotAKey_IsRefusedWithoutRepeatingIt()
    {
        await using var vault = await FakeKeyVault.StartAsync();
        vault.Add("hunter2");
        var error = (await Source(vault).LoadAsync(isNewDirectory: false)).Errors[0];
        Assert.Equal("MASTER_KEY_INVALID", error.Code);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_VaultFails_SaysWhatItSaid()
    {
        await using var vault = await FakeKeyVault.StartAsync();
        vault.Add(Text(1));
        vault.Fails = HttpStatusCode.Forbidden;
        var error = (await Source(vault).LoadAsync(isNewDirectory: false)).Errors[0];
        Assert.Equal("MASTER_KEY_UNREACHABLE", error.Code);
        Assert.Contains("The fake says Forbidden.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://v.vault.azure.net/secrets/name", "https://v.vault.azure.net/", "name")]
    [InlineData("https://v.vault.azure.net/secrets/name/", "https://v.vault.azure.net/", "name")]
    public void TryParse_SecretsAddress_IsTakenApart(string text, string vault, string name)
    {
        Assert.True(KeyVaultSecretAddress.TryParse(text, out var address));
        Assert.Equal((vault, name), (address.Vault.ToString(), address.Name));
    }

    [Theory]
    [InlineData("http://v.vault.azure.net/secrets/name")]
    [InlineData("https://v.vault.azure.net/keys/name")]
    [InlineData("https://v.vault.azure.net/secrets/")]
    [InlineData("https://v.vault.azure.net/secrets/name/version/more")]
    [InlineData("name")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(KeyVaultSecretAddress.TryParse(text, out _));

    private static KeyVaultMasterKey Source(FakeKeyVault vault) => new(new KeyVaultSecretAddress(vault.Address, "key"), vault.CreateClient());

    private static string Text(byte key) => Convert.ToBase64String(Bytes(key));

    private static string Id(byte key)
    {
        using var master = new MasterKey(Bytes(key));
        return master.Id;
    }

    private static byte[] Bytes(byte key) => [.. Enumerable.Repeat(key, MasterKey.Length)];
}
