using System.Formats.Tar;
using FinancialFirewall.Storage.Backups;

namespace FinancialFirewall.Storage.Tests.Backups;

public sealed class TarHeaderTests
{
    [Theory]
    [InlineData("a", 0)]
    [InlineData("files/segments/demo/0000000001-0000000006.ff.01234567", 123_456_789)]
    [InlineData("files/big", (1L << 33) - 1)]
    [InlineData("files/bigger", 1L << 33)]
    [InlineData("files/biggest", long.MaxValue)]
    public void Read_Written_IsTheSame(string name, long length)
    {
        var block = new byte[TarHeader.BlockBytes];
        new TarHeader(name, length).Write(block);
        Assert.Equal(new TarHeader(name, length), TarHeader.Read(block));
        block[3] ^= 1;
        Assert.Null(TarHeader.Read(block));
    }

    [Fact]
    public void Write_SmallFile_IsReadByTheFrameworksReader()
    {
        var archive = new byte[4 * TarHeader.BlockBytes];
        new TarHeader("files/x", 5).Write(archive);
        "hello"u8.CopyTo(archive.AsSpan(TarHeader.BlockBytes));
        using var reader = new TarReader(new MemoryStream(archive));
        var entry = reader.GetNextEntry()!;
        Assert.Equal(("files/x", 5L, UnixFileMode.UserRead | UnixFileMode.UserWrite), (entry.Name, entry.Length, entry.Mode));
        using var text = new StreamReader(entry.DataStream!);
        Assert.Equal("hello", text.ReadToEnd());
        Assert.Null(reader.GetNextEntry());
    }

    [Fact]
    public void Write_LongName_Throws() => Assert.Throws<ArgumentException>(() => new TarHeader(new string('a', 100), 1).Write(new byte[TarHeader.BlockBytes]));
}
