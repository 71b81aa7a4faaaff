using System.Text;
using FinancialFirewall.Domain.Hashing;

namespace FinancialFirewall.Domain.Tests.Hashing;

public sealed class XxHash64Tests
{
    [Theory]
    [InlineData("", 0UL, 0xEF46DB3751D8E999UL)]
    [InlineData("a", 0UL, 0xD24EC4F1A98C6E5BUL)]
    [InlineData("as", 0UL, 0x1C330FB2D66BE179UL)]
    [InlineData("asd", 0UL, 0x631C37CE72A97393UL)]
    [InlineData("asdf", 0UL, 0x415872F599CEA71EUL)]
    [InlineData("abc", 0UL, 0x44BC2CF5AD770999UL)]
    [InlineData("Call me Ishmael. Some years ago--never mind how long precisely-", 0UL, 0x02A2E85470D6FD96UL)]
    public void Hash_PublishedText_GivesPublishedValue(string text, ulong seed, ulong expected)
        => Assert.Equal(expected, XxHash64.Hash(Encoding.ASCII.GetBytes(text), seed));

    /// <summary>The sanity buffer and values of the reference implementation's own check.</summary>
    [Theory]
    [InlineData(0, 0UL, 0xEF46DB3751D8E999UL)]
    [InlineData(0, 2654435761UL, 0xAC75FDA2929B17EFUL)]
    [InlineData(1, 0UL, 0xE934A84ADB052768UL)]
    [InlineData(1, 2654435761UL, 0x5014607643A9B4C3UL)]
    [InlineData(4, 0UL, 0x9136A0DCA57457EEUL)]
    [InlineData(14, 0UL, 0x8282DCC4994E35C8UL)]
    [InlineData(14, 2654435761UL, 0xC3BD6BF63DEB6DF0UL)]
    [InlineData(222, 0UL, 0xB641AE8CB691C174UL)]
    [InlineData(222, 2654435761UL, 0x20CB8AB7AE10C14AUL)]
    public void Hash_ReferenceBuffer_GivesReferenceValue(int length, ulong seed, ulong expected)
        => Assert.Equal(expected, XxHash64.Hash(ReferenceBuffer(length), seed));

    [Fact]
    public void Hash_EveryLengthUpTo100_IsDifferent()
    {
        var hashes = Enumerable.Range(0, 101).Select(length => XxHash64.Hash(new byte[length])).ToHashSet();

        Assert.Equal(101, hashes.Count);
    }

    private static byte[] ReferenceBuffer(int length)
    {
        var buffer = new byte[length];
        var generator = 2654435761UL;
        for (var i = 0; i < length; i++)
        {
            buffer[i] = (byte)(generator >> 56);
            generator *= 11400714785074694797UL;
        }

        return buffer;
    }
}
