using System.Runtime.Intrinsics;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Tests.Sealing;

public sealed class AesBlocksTests
{
    [Fact]
    public void Encrypt_ExampleOfFips197_IsAsPublished()
    {
        var key = Vector128.Create<byte>(Convert.FromHexString("000102030405060708090a0b0c0d0e0f"));
        var block = Vector128.Create<byte>(Convert.FromHexString("00112233445566778899aabbccddeeff"));
        var bytes = new byte[16];
        new AesBlocks(key).Encrypt(block).CopyTo(bytes);
        Assert.Equal("69C4E0D86A7B0430D8CDB78070B4C55A", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Encrypt_RandomKeysAndBlocks_IsWhatTheClassLibrarySays()
    {
        const int Seed = 3;
        var random = new Random(Seed);
        for (var i = 0; i < 2_000; i++)
        {
            var (key, block) = (Next(random), Next(random));
            Assert.True(AesBlocks.EncryptPlain(block, key) == new AesBlocks(key).Encrypt(block), $"seed {Seed}, round {i}");
        }
    }

    private static Vector128<byte> Next(Random random) => Vector128.Create(random.NextInt64(), random.NextInt64()).AsByte();
}
