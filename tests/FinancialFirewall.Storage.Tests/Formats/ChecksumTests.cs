namespace FinancialFirewall.Storage.Tests.Formats;

public sealed class ChecksumTests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xE3069283u)]
    public void Of_PublishedExamples_IsAsPublished(string text, uint expected)
        => Assert.Equal(expected, Checksum.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    /// <summary>Those of RFC 3720, B.4.</summary>
    [Fact]
    public void Of_ExamplesOfTheStandard_IsAsPublished()
    {
        Assert.Equal(0x8A91_36AAu, Checksum.Of(new byte[32]));
        Assert.Equal(0x62A8_AB43u, Checksum.Of(Enumerable.Repeat((byte)0xFF, 32).ToArray()));
        Assert.Equal(0x46DD_794Eu, Checksum.Of(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray()));
    }

    [Fact]
    public void Of_BytesOfAnyLengthAndPlace_IsWhatOneBitAfterTheOtherGives()
    {
        const int Seed = 6;
        var random = new Random(Seed);
        var bytes = new byte[2_000];
        random.NextBytes(bytes);
        for (var length = 0; length < 700; length++)
        {
            var (start, before) = (random.Next(64), (uint)random.NextInt64());
            var some = bytes.AsSpan(start, length);
            Assert.True(BitByBit(some, before) == Checksum.Of(some, before), $"seed {Seed}, {length} bytes from {start} on");
        }

        Assert.Equal(BitByBit(bytes, 0), Checksum.Of(bytes));
    }

    [Fact]
    public void Of_Pieces_ContinueEachOther()
    {
        var bytes = new byte[5_000];
        new Random(7).NextBytes(bytes);
        for (var cut = 0; cut < bytes.Length; cut += 97)
        {
            Assert.Equal(Checksum.Of(bytes), Checksum.Of(bytes.AsSpan(cut), Checksum.Of(bytes.AsSpan(0, cut))));
        }
    }

    private static uint BitByBit(ReadOnlySpan<byte> bytes, uint before)
    {
        var crc = ~before;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F6_3B78u);
            }
        }

        return ~crc;
    }
}
