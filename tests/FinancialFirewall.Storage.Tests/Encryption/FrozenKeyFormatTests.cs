using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Tests.Encryption;

/// <summary>What stands on disks already: a change here makes data unreadable.</summary>
public sealed class FrozenKeyFormatTests
{
    private static readonly byte[] Ascending = [.. Enumerable.Range(0, AesKey.Length).Select(i => (byte)i)];

    [Fact]
    public void Numbers_AreFrozen()
    {
        Assert.Equal((64, 1, 76), (KeyFile.HeaderLength, KeyFile.Format, WrappedKey.Length));
        Assert.Equal(
            [("Journal", 1), ("States", 2), ("Snapshots", 3), ("Segments", 4), ("Persons", 5)], Enum.GetValues<KeyPurpose>().Select(purpose => ($"{purpose}", (int)purpose)));
    }

    [Fact]
    public void MasterKey_Id_IsFrozen()
    {
        using var key = new MasterKey(Ascending);
        Assert.Equal("a6f468b60ea2fd94", key.Id);
    }

    [Theory]
    [InlineData(KeyPurpose.Journal, "FE9AD8F05F6885D230BFC0E1E5F3C08F")]
    [InlineData(KeyPurpose.States, "C209372B9D92C61C8569ECD3C6FEDF1B")]
    [InlineData(KeyPurpose.Snapshots, "0DFE3F450EBB06DCD757B5919DAB9E66")]
    [InlineData(KeyPurpose.Segments, "2E034B14A58CFEDDDDFBAF297D7C684F")]
    public void TenantKeys_Derivation_IsFrozen(KeyPurpose purpose, string expected)
    {
        using var keys = new TenantKeys(new TenantId("demo"));
        keys.Set(keys.File, (1u, AesKey.CopyOf(Ascending)));
        var tag = new byte[TenantCipher.TagLength];
        keys.Current(purpose).Seal(new byte[TenantCipher.NonceLength], [], [], tag, []);
        Assert.Equal(expected, Convert.ToHexString(tag));
    }

    [Fact]
    public void KeyFile_Write_IsFrozen()
    {
        using var key = AesKey.CopyOf(Ascending);
        var tenant = new TenantId("demo");
        var wrapped = WrappedKey.Wrap(tenant, new WrappedKey(2, 3, new Instant(4), default), key, key, () => 5);
        var bytes = new KeyFile(tenant, "", [wrapped]).ToBytes();
        Assert.Equal("46464B4559530D0A010040000100000064656D6F000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002000000030000000400000000000000050000000000000005000000EB7A50A89BE2D39719B38096C7A4B133AAF625B8B8881ADF3DBA5261A6A241C2B626C067034B56E5F452770719407509403E5035", Convert.ToHexString(bytes));
        Assert.Equal("46464B4559530D0A0100400001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000102030405060708", Convert.ToHexString(new KeyFile(null, "0102030405060708", [wrapped]).ToBytes()[..64]));
    }
}
