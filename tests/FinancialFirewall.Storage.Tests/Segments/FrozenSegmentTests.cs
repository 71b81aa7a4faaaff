using System.Buffers.Binary;
using System.IO.Compression;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Packing;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Tests.Encryption;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>What stands in segments already: a change here needs a new format number and code that reads the old one.</summary>
public sealed class FrozenSegmentTests
{
    [Fact]
    public void Numbers_AreFrozen()
    {
        Assert.Equal((96, 2), (SegmentHeader.Length, SegmentHeader.Format));
        Assert.Equal((24, 2), (SegmentManifest.HeaderLength, SegmentManifest.Format));
        Assert.Equal((32, 48, 32), (SegmentTrailer.Length, BlockCodec.HeaderLength, StoredRun.Length));
        Assert.Equal(
            [("Records", 1), ("Facts", 2), ("References", 3), ("Accounts", 4), ("Filter", 5), ("Footer", 6)],
            Enum.GetValues<BlockKind>().Select(kind => ($"{kind}", (int)kind)));
        Assert.Equal([("Plain", 0), ("Brotli", 1), ("Matches", 2)], Enum.GetValues<BlockCodecKind>().Select(kind => ($"{kind}", (int)kind)));
        Assert.Equal(
            [("None", 0), ("Completed", 1), ("Reserved", 2), ("Released", 3)], Enum.GetValues<AssessmentStatus>().Select(status => ($"{status}", (int)status)));
        Assert.Equal("0000000042-0000000107.ff", SegmentEntry.NameOf(42, 107, 0));
        Assert.Equal("0000000042-0000000107-3.ff", SegmentEntry.NameOf(42, 107, 3));
    }

    [Fact]
    public void SegmentHeader_Write_IsFrozen()
    {
        var bytes = new byte[SegmentHeader.Length];
        new SegmentHeader(Demo, 2, 3, new Instant(4)).Write(bytes);
        Assert.Equal("46465345470D0A1A02006000000000000200000003000000040000000000000064656D6F00000000", Convert.ToHexString(bytes[..40]));
        Assert.Equal(new SegmentHeader(Demo, 2, 3, new Instant(4)), SegmentHeader.Read(bytes).Header);
        bytes[33] ^= 1;
        Assert.Equal("the header of the segment does not match its checksum.", SegmentHeader.Read(bytes).Problem);
    }

    [Fact]
    public void SegmentTrailer_Write_IsFrozen()
    {
        var bytes = new byte[SegmentTrailer.Length];
        new SegmentTrailer(1_000, 50).Write(bytes, 7);
        Assert.Equal("4646534547454E44E80300000000000032000000070000000000000012C3D7C9"[..56], Convert.ToHexString(bytes)[..56]);
        Assert.NotNull(SegmentTrailer.Read(bytes, 1_082));
        Assert.Null(SegmentTrailer.Read(bytes, 1_083));
    }

    [Fact]
    public void SegmentManifest_ToBytes_IsFrozen()
    {
        var bytes = new SegmentManifest(new LogChain(3, 300, 9, 17), [new SegmentEntry(Demo, 1, 3, 128, 5) { Revision = 2 }], [new RemovedPartition(Demo, 7, 300, 4)]).ToBytes();
        Assert.Equal("46464D414E0D0A1A020018001B000000", Convert.ToHexString(bytes[..16]));
        Assert.Equal("03AC020911" + "010464656D6F010380010502" + "010464656D6F07AC0208", Convert.ToHexString(bytes[24..]));
    }

    [Fact]
    public void FactChunk_Write_IsFrozen()
    {
        var factors = default(FactorSet);
        factors.Add(9);
        var builder = new FactChunkBuilder();
        builder.Add(new FactKey(1_000, 7, 5), new(RecordKind.Assessment, RiskLevel.High, Decision.Reject, AssessmentStatus.Completed, 3, -1, factors));
        builder.Add(new FactKey(1_200, 7, 6), RecordProfile.Of(RecordKind.Release));
        var writer = new PackedWriter();
        builder.Build().Write(writer);
        Assert.Equal(
            "0202" + "0103" + $"{(byte)Decision.Reject:X2}" + "010301020002" + "020000000001" + "00" + "01" + "0705" + "D00F" + "C801" + "0000" + "0001",
            Convert.ToHexString(writer.Written));
    }

    [Fact]
    public void KeyPage_Write_IsFrozen()
    {
        var writer = new PackedWriter();
        var first = KeyEntry.Of(0x0000_0000_0500_0000, 2, 300);
        KeyPage.Write(writer, default, first);
        KeyPage.Write(writer, first, KeyEntry.Of(0x0000_0000_0500_0000, 2, 299));
        Assert.Equal("0502AC02" + "000201", Convert.ToHexString(writer.Written));
    }

    [Fact]
    public void BlockCodec_Seal_HasTheFrozenHeaderAndHidesItsContent()
    {
        var raw = Text(string.Concat(Enumerable.Repeat("a secret reference ", 40)));
        var codec = new BlockCodec(TestKeyring.Shared.For(KeyPurpose.Segments), Demo);
        var writer = new PackedWriter();
        var length = codec.Seal(BlockKind.Records, raw, packs: false, default, new NonceSequence(0x0102_0304_0506_0708), writer);
        var block = writer.Written.ToArray();
        Assert.Equal(BlockCodec.HeaderLength + raw.Length, length);
        Assert.Equal("F8020000F80200000100000001000000080706050403020100000000", Convert.ToHexString(block[4..32]));
        Assert.Equal(-1, block.AsSpan().IndexOf("secret"u8));
        Assert.Equal(raw, codec.Open(BlockKind.Records, new(1, 2, 3), block.ToArray()).Raw);
        Assert.Equal("a block of kind 1 is where one of kind 2 should be.", codec.Open(BlockKind.Facts, default, block.ToArray()).Problem);
        block[60] ^= 1;
        Assert.Equal("a block does not match its checksum.", codec.Open(BlockKind.Records, default, block).Problem);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void BlockCodec_Open_ReadsWhatEveryCodecWrote(byte kind)
    {
        var raw = Text(string.Concat(Enumerable.Repeat("a reference ", 40)));
        Assert.Equal(raw, OpenStored((BlockCodecKind)kind, Store((BlockCodecKind)kind, raw), raw.Length).Raw);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BlockCodec_OpenWhatNobodyPacked_SaysSo(byte kind)
        => Assert.Equal($"a block of codec {kind} cannot be unpacked.", OpenStored((BlockCodecKind)kind, [0xFF, 0xFF, 0xFF, 0xFF], 480).Problem);

    [Fact]
    public void BlockCodec_OpenElsewhere_RefusesWhatIsNeverCopied()
    {
        var codec = new BlockCodec(TestKeyring.Shared.For(KeyPurpose.Segments), Demo);
        var writer = new PackedWriter();
        codec.Seal(BlockKind.Accounts, Text("page"), packs: false, new(1, 2, 96), new NonceSequence(2), writer);
        Assert.Equal(Text("page"), codec.Open(BlockKind.Accounts, new(1, 2, 96), writer.Written.ToArray()).Raw);
        foreach (var place in new BlockPlace[] { new(1, 2, 97), new(1, 3, 96), new(2, 2, 96) })
        {
            Assert.Equal("a block is not what key 1 of 'demo' sealed at this place.", codec.Open(BlockKind.Accounts, place, writer.Written.ToArray()).Problem);
        }
    }

    private static byte[] Store(BlockCodecKind kind, byte[] raw)
    {
        var stored = new byte[MatchSequence.MaximumLength(raw.Length)];
        switch (kind)
        {
            case BlockCodecKind.Brotli:
                Assert.True(BrotliEncoder.TryCompress(raw, stored, out var length));
                return stored[..length];
            case BlockCodecKind.Matches:
                return stored[..MatchPacker.Pack(raw, stored)];
            default:
                return raw;
        }
    }

    /// <summary>Seals bytes as the block of a codec, as any program could that has the key, and opens it.</summary>
    private static (byte[] Raw, string? Problem) OpenStored(BlockCodecKind kind, byte[] stored, int rawLength)
    {
        var keys = TestKeyring.Shared.For(KeyPurpose.Segments);
        var block = new byte[BlockCodec.HeaderLength + stored.Length];
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), stored.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), rawLength);
        (block[12], block[13], block[16]) = ((byte)BlockKind.Records, (byte)kind, 1);
        byte[] associated = [.. block[4..20], .. new byte[BlockPlace.Length]];
        var content = block.AsSpan(BlockCodec.HeaderLength);
        keys.Find(Demo, 1)!.Seal(block.AsSpan(20, 12), stored, content, block.AsSpan(32, 16), associated);
        BinaryPrimitives.WriteUInt32LittleEndian(block, Checksum.Of(block.AsSpan(4)));
        return new BlockCodec(keys, Demo).Open(BlockKind.Records, default, block);
    }
}
