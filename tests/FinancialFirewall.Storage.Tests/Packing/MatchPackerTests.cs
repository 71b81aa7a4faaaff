using FinancialFirewall.Storage.Packing;
using FsCheck;
using FsCheck.Fluent;

namespace FinancialFirewall.Storage.Tests.Packing;

public sealed class MatchPackerTests
{
    [Fact]
    public void TryUnpack_AnythingPacked_IsWhatItWas()
        => Prop.ForAll(Inputs().ToArbitrary(), raw => Unpack(Pack(raw), raw.Length) is { } unpacked && raw.AsSpan().SequenceEqual(unpacked))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TryUnpack_EveryLengthAndDistance_IsWhatItWas()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        for (var length = 0; length < 400; length++)
        {
            foreach (var distance in (int[])[1, 2, 7, 31, 32, 33, 100, 300])
            {
                var raw = new byte[length];
                random.NextBytes(raw.AsSpan(0, Math.Min(distance, length)));
                for (var i = distance; i < length; i++)
                {
                    raw[i] = raw[i - distance];
                }

                Assert.True(raw.AsSpan().SequenceEqual(Unpack(Pack(raw), length)), $"seed {Seed}, {length} bytes at distance {distance}");
            }
        }
    }

    [Fact]
    public void Pack_LongerThanAnyDistance_IsWhatItWasAndShort()
    {
        const int Seed = 6;
        var half = new byte[300_000];
        new Random(Seed).NextBytes(half.AsSpan(0, 60_000));
        half.AsSpan(0, 60_000).CopyTo(half.AsSpan(60_000));
        byte[] raw = [.. half, .. half];
        var packed = Pack(raw);
        Assert.True(raw.AsSpan().SequenceEqual(Unpack(packed, raw.Length)));
        Assert.InRange(packed.Length, 60_000, raw.Length / 3);
    }

    [Fact]
    public void Pack_RecordsThatLookAlike_TakesWhatIsDifferentInThem()
    {
        const int Seed = 7;
        const int Records = 60;
        const int Same = 150;
        const int Different = 100;
        var random = new Random(Seed);
        var record = new byte[Same + Different];
        random.NextBytes(record);
        var raw = new List<byte>();
        for (var i = 0; i < Records; i++)
        {
            random.NextBytes(record.AsSpan(Same / 2, Different));
            raw.AddRange(record);
        }

        Assert.InRange(Pack([.. raw]).Length, Records * Different, (Records * (Different + 6)) + Same);
    }

    [Fact]
    public void Pack_NothingTwice_IsHardlyLonger()
    {
        var raw = new byte[16_384];
        new Random(8).NextBytes(raw);
        Assert.InRange(Pack(raw).Length, raw.Length, raw.Length + (raw.Length / 255) + 2);
    }

    [Fact]
    public void Pack_RoomForLess_IsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(static () => MatchPacker.Pack(new byte[100], new byte[MatchSequence.MaximumLength(100) - 1]));

    [Fact]
    public void TryUnpack_WhatIsOnDiskAlready_IsReadForEver()
    {
        // Three literals, five bytes at distance 3; eight literals; twenty at the same distance; one literal more.
        byte[] packed = [0x31, 1, 2, 3, 3, 0, 0xFF, 1, 10, 11, 12, 13, 14, 15, 16, 17, 1, 0x10, 9];
        byte[] raw = [1, 2, 3, 1, 2, 3, 1, 2, 10, 11, 12, 13, 14, 15, 16, 17, 15, 16, 17, 15, 16, 17, 15, 16, 17, 15, 16, 17, 15, 16, 17, 15, 16, 17, 15, 16, 9];
        Assert.Equal(raw, Unpack(packed, raw.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("30010203")]
    [InlineData("110100")]
    [InlineData("11010000")]
    [InlineData("11010200")]
    [InlineData("81")]
    [InlineData("7FFFFFFFFFFF")]
    [InlineData("1F010100FFFFFF")]
    [InlineData("1F010100FF00")]
    [InlineData("600102030405060708")]
    [InlineData("60010203040506" + "00")]
    public void TryUnpack_WhatNobodyPacked_IsRefused(string packed) => Assert.Null(Unpack(Convert.FromHexString(packed), 6 + (packed.Length > 16 ? 2 : 0)));

    [Fact]
    public void TryUnpack_MutatedOrRandom_NeverLeavesItsRoom()
    {
        for (var seed = 1; seed <= 20_000; seed++)
        {
            var random = new Random(seed);
            var packed = seed % 4 == 0 ? Bytes(random, random.Next(64)) : Mutate(random, Pack(AlikeBytes(random)));
            var length = random.Next(600);
            var room = new byte[length + 128];
            room.AsSpan().Fill(0xA5);
            var isUnpacked = MatchUnpacker.TryUnpack(packed, room.AsSpan(64, length));
            Assert.True(room.AsSpan(0, 64).IndexOfAnyExcept((byte)0xA5) < 0 && room.AsSpan(64 + length).IndexOfAnyExcept((byte)0xA5) < 0, $"seed {seed}");
            Assert.True(!isUnpacked || Unpack(packed, length + 1) is null, $"seed {seed}: two lengths");
        }
    }

    private static byte[] Pack(byte[] raw)
    {
        var packed = new byte[MatchSequence.MaximumLength(raw.Length)];
        return packed[..MatchPacker.Pack(raw, packed)];
    }

    private static byte[]? Unpack(byte[] packed, int length)
    {
        var raw = new byte[length];
        return MatchUnpacker.TryUnpack(packed, raw) ? raw : null;
    }

    /// <summary>Pieces that come again, some of them changed, and pieces that do not.</summary>
    private static Gen<byte[]> Inputs()
        => from seed in Gen.Choose(0, int.MaxValue) from count in Gen.Choose(0, 40) select AlikeBytes(new Random(seed), count);

    private static byte[] AlikeBytes(Random random, int pieces = 8)
    {
        var raw = new List<byte>();
        var piece = Bytes(random, random.Next(90));
        for (var i = 0; i < pieces; i++)
        {
            switch (random.Next(4))
            {
                case 0:
                    piece = Bytes(random, random.Next(300));
                    break;
                case 1:
                    piece = Mutate(random, piece);
                    break;
                default:
                    raw.AddRange(new byte[random.Next(20)]);
                    break;
            }

            raw.AddRange(piece);
        }

        return [.. raw];
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutate(Random random, byte[] bytes)
    {
        byte[] mutated = [.. bytes];
        for (var i = 0; i < 3 && mutated.Length > 0; i++)
        {
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
        }

        return mutated[..random.Next(mutated.Length + 1)];
    }
}
