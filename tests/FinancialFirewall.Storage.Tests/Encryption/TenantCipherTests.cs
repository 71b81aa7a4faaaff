using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Tests.Bytes;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Tests.Encryption;

public sealed class TenantCipherTests : IDisposable
{
    private static readonly byte[] Nonce = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    private readonly TenantCipher cipher = Make(7);

    public void Dispose() => cipher.Dispose();

    [Fact]
    public void Seal_InPlace_IsTheSameAsBeside()
    {
        var plain = Enumerable.Range(0, 1_000).Select(i => (byte)i).ToArray();
        var beside = new byte[plain.Length];
        var (tag, otherTag) = (new byte[TenantCipher.TagLength], new byte[TenantCipher.TagLength]);
        cipher.Seal(Nonce, plain, beside, tag, "header"u8);
        var inPlace = (byte[])plain.Clone();
        cipher.Seal(Nonce, inPlace, inPlace, otherTag, "header"u8);
        Assert.Equal(beside, inPlace);
        Assert.Equal(tag, otherTag);
        Assert.True(cipher.TryOpen(Nonce, inPlace, tag, inPlace, "header"u8));
        Assert.Equal(plain, inPlace);
    }

    [Fact]
    public void Seal_KnownAnswer_IsAes256Gcm()
    {
        // Test case 14 of the GCM specification (McGrew and Viega): 256 zero bits of key, 96 of nonce, one block of zeros.
        using var zero = new TenantCipher(new TenantId("demo"), 1, KeyPurpose.Journal, AesKey.CopyOf(new byte[AesKey.Length]));
        var sealedBytes = new byte[16];
        var tag = new byte[TenantCipher.TagLength];
        zero.Seal(new byte[12], new byte[16], sealedBytes, tag, []);
        Assert.Equal("CEA7403D4D606B6E074EC5D3BAF39D18", Convert.ToHexString(sealedBytes));
        Assert.Equal("D0D1C8A799996BF0265B98B5D48AB919", Convert.ToHexString(tag));
    }

    [Fact]
    public void TryOpen_AnythingElse_IsNoAndZeros()
    {
        byte[] plain = [9, 8, 7, 6];
        var sealedBytes = new byte[plain.Length];
        var tag = new byte[TenantCipher.TagLength];
        cipher.Seal(Nonce, plain, sealedBytes, tag, "header"u8);
        var opened = new byte[plain.Length];
        AssertRefused(cipher, Changed(Nonce), sealedBytes, tag, "header"u8.ToArray());
        AssertRefused(cipher, Nonce, Changed(sealedBytes), tag, "header"u8.ToArray());
        AssertRefused(cipher, Nonce, sealedBytes, Changed(tag), "header"u8.ToArray());
        AssertRefused(cipher, Nonce, sealedBytes, tag, "headeR"u8.ToArray());
        using var other = Make(8);
        AssertRefused(other, Nonce, sealedBytes, tag, "header"u8.ToArray());
        Assert.True(cipher.TryOpen(Nonce, sealedBytes, tag, opened, "header"u8));
    }

    [Fact]
    public void Seal_AfterTheFirst_AllocatesNothing()
    {
        var bytes = new byte[4_096];
        var tag = new byte[TenantCipher.TagLength];

        Assert.Equal(0, Allocation.LeastOfThousand(() => cipher.Seal(Nonce, bytes, bytes, tag, Nonce)));
    }

    [Fact]
    public void Seal_ManyThreads_AllRight() => Parallel.For(0, 2_000, i =>
    {
        byte[] plain = [(byte)i, (byte)(i >> 8), 3];
        var bytes = (byte[])plain.Clone();
        var tag = new byte[TenantCipher.TagLength];
        var nonce = new byte[TenantCipher.NonceLength];
        NonceSequence.Write(nonce, 5, (uint)i);
        cipher.Seal(nonce, bytes, bytes, tag, plain);
        Assert.NotEqual(plain, bytes);
        Assert.True(cipher.TryOpen(nonce, bytes, tag, bytes, plain));
        Assert.Equal(plain, bytes);
    });

    [Fact]
    public void Seal_Disposed_IsRefused()
    {
        var gone = Make(1);
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => gone.Seal(Nonce, [], [], new byte[TenantCipher.TagLength], []));
    }

    private static TenantCipher Make(byte key)
    {
        var bytes = new byte[AesKey.Length];
        Array.Fill(bytes, key);
        return new TenantCipher(new TenantId("demo"), 1, KeyPurpose.Journal, AesKey.CopyOf(bytes));
    }

    private static byte[] Changed(byte[] bytes)
    {
        var changed = (byte[])bytes.Clone();
        changed[^1] ^= 0x80;
        return changed;
    }

    private static void AssertRefused(TenantCipher by, byte[] nonce, byte[] sealedBytes, byte[] tag, byte[] associated)
    {
        var opened = new byte[sealedBytes.Length];
        Array.Fill(opened, (byte)0xEE);
        Assert.False(by.TryOpen(nonce, sealedBytes, tag, opened, associated));
        Assert.All(opened, value => Assert.Equal(0, value));
    }
}
