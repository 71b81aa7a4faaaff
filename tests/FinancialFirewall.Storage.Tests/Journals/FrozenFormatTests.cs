using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;
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
        Assert.Equal((64, 2), (LogFileHeader.Length, LogFileHeader.Format));
        Assert.Equal((128, 2), (FrameHeader.Length, FrameHeader.Format));
        Assert.Equal((56, 1), (RunHeader.Length, RunHeader.RecordsKind));
        Assert.Equal((128, 2), (SnapshotHeader.Length, SnapshotHeader.Format));
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
            "46464C4F470D0A1A020040000000000002000000030000000400000000000000050000000000000006000000000000000700000000000000000000004EBCC4E3",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void FrameHeader_Write_IsFrozen()
    {
        using var cipher = Cipher();
        var file = new byte[LogFileHeader.Length];
        new LogFileHeader(2, 3, new Instant(4), 5, 6, 7).Write(file);
        var bytes = new byte[FrameHeader.Length];
        new FrameHeader(2, 3, 4, 5, FrameFlags.EndsCommit, new Instant(6), 7, 8, Demo, cipher.KeyNumber, 11).Write(bytes, new LogFileSeal(file), cipher);
        Assert.Equal(
            "46466672020080000200000003000000040000000000000005000000010000000600000000000000070000000800000064656D6F", Convert.ToHexString(bytes[..52]));
        Assert.Equal("090000000B00000000000000000000000000000004EF4BCD9A5E50DD13BF8BD0A12EE1226AFCCB39", Convert.ToHexString(bytes[88..]));
    }

    [Fact]
    public void RunHeader_Seal_IsFrozen()
    {
        using var cipher = Cipher();
        byte[] bytes = [.. new byte[RunHeader.Length], 1, 0, 0, 0, 65];
        new RunHeader(2, 3, 4, 1, 1).Seal(bytes, cipher, new NonceSequence(7));
        Assert.Equal("01000000020000000300000000000000040000000000000001000000010000000900000000000000", Convert.ToHexString(bytes[..40]));
        Assert.Equal("514A4104026CCF8B6B509CC983D78388EFDBCFEAC4", Convert.ToHexString(bytes[40..]));
    }

    [Fact]
    public void SnapshotHeader_Seal_IsFrozen()
    {
        using var cipher = Cipher();
        var bytes = new byte[SnapshotHeader.Length + 1];
        new SnapshotHeader(2, new Instant(3), 1, Demo).Seal("A"u8, bytes, cipher, () => 7, "p7-0000000000000000002.ff");
        Assert.Equal("4646534E41500D0A02008000000000000200000000000000030000000000000001000000000000007050C4280900000064656D6F0000000000000000000000000000000000000000000000000000000000000000000000000700000000000000070000000000000000000000ACC9CE34B1103980D6BA9242577C7DB7F2EF9584", Convert.ToHexString(bytes.AsSpan(0, SnapshotHeader.Length)));
        Assert.Equal("EB", Convert.ToHexString(bytes.AsSpan(SnapshotHeader.Length)));
    }

    private static TenantCipher Cipher() => new(Demo, 9, KeyPurpose.Journal, AesKey.CopyOf([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
}
