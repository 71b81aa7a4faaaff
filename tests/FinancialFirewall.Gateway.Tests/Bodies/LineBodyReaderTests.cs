using System.Buffers;
using System.Text;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Tests.Bodies;

public sealed class LineBodyReaderTests
{
    private const int Limit = 8;

    [Theory]
    [InlineData("a\nbc\n", "1:a|2:bc")]
    [InlineData("a\r\nbc\r\n", "1:a|2:bc")]
    [InlineData("a\n\n \t\nbc", "1:a|4:bc")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData("\uFEFFa\n\uFEFFb", "1:a|2:\uFEFFb")]
    [InlineData("no end", "1:no end")]
    [InlineData("12345678\n12345678", "1:12345678|2:12345678")]
    [InlineData("123456789\nx\n", "1:!LINE_TOO_LARGE|2:x")]
    [InlineData("12345678\r\nx", "1:12345678|2:x")]
    [InlineData("x\n1234567890123456789012345678901234567890\ny", "1:x|2:!LINE_TOO_LARGE|3:y")]
    [InlineData("x\n1234567890123456789012345678901234567890", "1:x|2:!LINE_TOO_LARGE")]
    [InlineData("a\rb\n", "1:a\rb")]
    public void TryTake_AnyPieces_GivesTheSameLines(string input, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(input);
        for (var piece = 1; piece <= bytes.Length + 1; piece++)
        {
            Assert.Equal(expected, string.Join('|', BodyFeeding.Read(new LineBodyReader(Limit), bytes, piece)));
        }
    }

    [Fact]
    public void TryTake_LineOverTheLimit_SaysItsWholeLength()
    {
        var reader = new LineBodyReader(Limit);

        Assert.Contains(" 40 bytes", BodyFeeding.FirstErrors(reader, $"{new string('x', 40)}\n")[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_LineOverTheLimit_KeepsNoMemoryForIt()
    {
        var reader = new LineBodyReader(Limit);
        var piece = new ReadOnlySequence<byte>(new byte[1000]);
        reader.Feed(piece);
        reader.TryTake();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            reader.Feed(piece);
            reader.TryTake();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024);
    }

    [Fact]
    public void Feed_PiecesThatLeaveALongerRestEachTime_TakesMemoryOnce()
    {
        const int LineBytes = 275;
        const int PieceBytes = (200 * LineBytes) + 1;
        var reader = new LineBodyReader(LineBytes);
        var bytes = new byte[200 * PieceBytes];
        for (var end = LineBytes - 1; end < bytes.Length; end += LineBytes)
        {
            bytes[end] = (byte)'\n';
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < bytes.Length; at += PieceBytes)
        {
            reader.Feed(new ReadOnlySequence<byte>(bytes, at, PieceBytes));
            while (reader.TryTake() == BodyOutcome.Body)
            {
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, PieceBytes, 3 * PieceBytes);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a\n", false)]
    [InlineData("a\nb", true)]
    [InlineData("a\n123456789012345", true)]
    public void IsInside_AfterInput_TellsWhetherALineHasNoEnd(string input, bool expected)
    {
        var reader = new LineBodyReader(Limit);
        reader.Feed(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(input)));
        while (reader.TryTake() != BodyOutcome.None)
        {
        }

        Assert.Equal(expected, reader.IsInside);
    }
}
