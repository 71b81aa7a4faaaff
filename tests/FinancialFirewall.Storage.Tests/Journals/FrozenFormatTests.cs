using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.States;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

/// <summary>What stands on disks already: a change here needs a new format number and code that reads the old one.</summary>
public sealed class FrozenFormatTests
{
    [Fact]
    public void Numbers_AreFrozen()
    {
        Assert.Equal((64, 1), (LogFileHeader.Length, LogFileHeader.Format));
        Assert.Equal((128, 1), (FrameHeader.Length, FrameHeader.Format));
        Assert.Equal((40, 1), (RunHeader.Length, RunHeader.RecordsKind));
        Assert.Equal((128, 1), (SnapshotHeader.Length, SnapshotHeader.Format));
        Assert.Equal([("None", 0u), ("EndsCommit", 1u), ("Seal", 2u)], Enum.GetValues<FrameFlags>().Select(flag => ($"{flag}", (uint)flag)));
        Assert.Equal(
            [("Write", (byte)1), ("Delete", (byte)2), ("Floor", (byte)3)], Enum.GetValues<StateRecordKind>().Select(kind => ($"{kind}", (byte)kind)));
        Assert.Equal("log-0000000042.ff", LogFileName.Of(42));
        Assert.Equal("p7-0000000000000000042.ff", SnapshotFileName.Of("p7", 42));
    }

    [Fact]
    public void Checksum_CheckValue_IsThatOfCrc32C()
    {
        Assert.Equal(0xE306_9283u, Checksum.Of("123456789"u8));
        Assert.Equal(0xE306_9283u, Checksum.Of("6789"u8, Checksum.Of("12345"u8)));
    }

    [Fact]
    public void LogFileHeader_Write_IsFrozen()
    {
        var bytes = new byte[LogFileHeader.Length];
        new LogFileHeader(2, 3, new Instant(4), 5, 6, 7).Write(bytes);
        Assert.Equal(
            "46464C4F470D0A1A0100400000000000020000000300000004000000000000000500000000000000060000000000000007000000000000000000000041D79B0A",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void FrameHeader_Write_IsFrozen()
    {
        var bytes = new byte[FrameHeader.Length];
        new FrameHeader(2, 3, 4, 5, FrameFlags.EndsCommit, new Instant(6), 7, 8, Demo).Write(bytes, 9);
        Assert.Equal(
            "46466672010080000200000003000000040000000000000005000000010000000600000000000000070000000800000064656D6F", Convert.ToHexString(bytes[..52]));
        Assert.Equal("00000000", Convert.ToHexString(bytes[120..124]));
    }

    [Fact]
    public void RunHeader_Write_IsFrozen()
    {
        byte[] bytes = [.. new byte[RunHeader.Length], 1, 0, 0, 0, 65];
        new RunHeader(2, 3, 4, 1, 1).Write(bytes, bytes.AsSpan(RunHeader.Length));
        Assert.Equal("0100000002000000030000000000000004000000000000000100000001000000", Convert.ToHexString(bytes[..32]));
        Assert.Equal("000000000100000041", Convert.ToHexString(bytes[36..]));
    }
}
