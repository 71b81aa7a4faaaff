using System.Buffers;
using System.Text;
using FinancialFirewall.Gateway.Batches;

namespace FinancialFirewall.Gateway.Tests.Batches;

public sealed class LineScannerTests
{
    private const int Limit = 8;

    [Theory]
    [InlineData("a\nbc\n", "a|bc")]
    [InlineData("a\r\nbc\r\n", "a|bc")]
    [InlineData("a\n\n\nbc", "a|||bc")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData("no end", "no end")]
    [InlineData("12345678\n12345678", "12345678|12345678")]
    [InlineData("123456789\nx\n", "<9>|x")]
    [InlineData("12345678\r\nx", "12345678|x")]
    [InlineData("x\n1234567890123456789012345678901234567890\ny", "x|<40>|y")]
    [InlineData("x\n1234567890123456789012345678901234567890", "x|<40>")]
    [InlineData("a\rb\n", "a\rb")]
    public void TryTake_AnyPieces_GivesTheSameLines(string input, string expected)
    {
        for (var piece = 1; piece <= input.Length + 1; piece++)
        {
            Assert.Equal(expected, string.Join('|', Scan(input, piece, out _)));
        }
    }

    [Fact]
    public void TryTake_LineOverTheLimit_KeepsAtMostTheLimit()
    {
        Scan(new string('x', 10_000) + "\nafter\n", piece: 3, out var mostKept);

        Assert.InRange(mostKept, 1, Limit + 1 + 3);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a\n", false)]
    [InlineData("a\nb", true)]
    [InlineData("a\n123456789012345", true)]
    public void IsInsideLine_AfterInput_TellsWhetherALineHasNoEnd(string input, bool expected)
    {
        var scanner = new LineScanner(Limit);
        var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(input));
        while (scanner.TryTake(ref buffer, out _, out _) != LineOutcome.None)
        {
        }

        Assert.Equal(expected, scanner.IsInsideLine);
    }

    private static List<string> Scan(string input, int piece, out long mostKept)
    {
        var scanner = new LineScanner(Limit);
        var lines = new List<string>();
        var kept = Array.Empty<byte>();
        mostKept = 0;
        foreach (var chunk in Encoding.UTF8.GetBytes(input).Chunk(piece))
        {
            var buffer = Join(kept, chunk);
            while (scanner.TryTake(ref buffer, out var line, out var length) is var outcome and not LineOutcome.None)
            {
                lines.Add(Describe(outcome, line, length));
            }

            kept = buffer.ToArray();
            mostKept = Math.Max(mostKept, kept.Length);
        }

        if (scanner.TakeLast(new ReadOnlySequence<byte>(kept), out var last, out var lastLength) is var end and not LineOutcome.None)
        {
            lines.Add(Describe(end, last, lastLength));
        }

        return lines;
    }

    private static string Describe(LineOutcome outcome, ReadOnlySequence<byte> line, long length)
        => outcome == LineOutcome.TooLong ? $"<{length}>" : Encoding.UTF8.GetString(line);

    private static ReadOnlySequence<byte> Join(byte[] first, byte[] second)
    {
        var start = new Segment(first, before: null);
        var end = new Segment(second, start);
        return new ReadOnlySequence<byte>(start, 0, end, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before)
        {
            Memory = bytes;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            if (before is not null)
            {
                before.Next = this;
            }
        }
    }
}
