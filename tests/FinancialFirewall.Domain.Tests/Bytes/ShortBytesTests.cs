using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Domain.Tests.Bytes;

public sealed class ShortBytesTests
{
    private const int Longest = 140;
    private const byte Untouched = 0xEE;

    [Fact]
    public void Equal_EachLengthAndEachPlaceThatDiffers_SaysSo()
    {
        for (var length = 0; length <= Longest; length++)
        {
            var left = Bytes(length);
            var right = Bytes(length);
            Assert.True(ShortBytes.Equal(left, right), $"length {length}");
            Assert.False(ShortBytes.Equal(left, Bytes(length + 1)), $"length {length} and one more");
            for (var place = 0; place < length; place++)
            {
                right[place] ^= 0x40;
                Assert.False(ShortBytes.Equal(left, right), $"length {length}, place {place}");
                right[place] ^= 0x40;
            }
        }
    }

    [Fact]
    public void Copy_EachLength_WritesJustThat()
    {
        for (var length = 0; length <= Longest; length++)
        {
            var target = new byte[length + 40];
            target.AsSpan().Fill(Untouched);

            ShortBytes.Copy(Bytes(length), target);

            Assert.True(target.AsSpan(0, length).SequenceEqual(Bytes(length)), $"length {length}");
            Assert.False(target.AsSpan(length).ContainsAnyExcept(Untouched), $"length {length} and what follows");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(65)]
    public void Copy_TooLittleRoom_Throws(int length)
        => Assert.Throws<ArgumentException>(() => ShortBytes.Copy(Bytes(length), new byte[length - 1]));

    private static byte[] Bytes(int length) => [.. Enumerable.Range(1, length).Select(static one => (byte)one)];
}
