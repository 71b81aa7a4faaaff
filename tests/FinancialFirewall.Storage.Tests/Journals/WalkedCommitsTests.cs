using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Tests.Journals;

public sealed class WalkedCommitsTests
{
    [Fact]
    public void Show_WholeCommits_ShowsEachRunOnceInOrder()
    {
        var walked = new WalkedCommits();
        var visitor = new Recording();
        Add(walked, ordinal: 0, offset: 200, "first");
        Add(walked, ordinal: 1, offset: 500, "second");
        walked.EndCommit();
        walked.EndCommit();
        Add(walked, ordinal: 0, offset: 900, new string('x', 200_000));
        walked.EndCommit();
        Assert.True(walked.IsWhole);
        Assert.Null(walked.Show(visitor));
        Assert.Equal(["200 first", "500 second", "end", "end", "900 " + new string('x', 200_000), "end"], visitor.Seen);
        Assert.Equal(0, walked.Length);
        Assert.Null(walked.Show(visitor));
        Assert.Equal(6, visitor.Seen.Count);
    }

    [Fact]
    public void DropCommit_CommitThatHasNotEnded_IsNotShown()
    {
        var walked = new WalkedCommits();
        var visitor = new Recording();
        Add(walked, ordinal: 0, offset: 200, "kept");
        walked.EndCommit();
        Add(walked, ordinal: 0, offset: 500, "dropped");
        Assert.False(walked.IsWhole);
        walked.DropCommit();
        Assert.True(walked.IsWhole);
        Assert.Equal("kept".Length, walked.Length);
        Assert.Null(walked.Show(visitor));
        Assert.Equal(["200 kept", "end"], visitor.Seen);
    }

    [Fact]
    public void Show_CommitThatDoesNotContinue_SaysWhereItsLastFrameLiesAndShowsNoMore()
    {
        var walked = new WalkedCommits();
        var visitor = new Recording { EndsBeforeProblem = 1 };
        Add(walked, ordinal: 0, offset: 200, "a");
        walked.EndCommit();
        Add(walked, ordinal: 0, offset: 500, "b");
        Add(walked, ordinal: 1, offset: 700, "c");
        Add(walked, ordinal: 1, offset: 800, "d");
        walked.EndCommit();
        Add(walked, ordinal: 0, offset: 900, "e");
        walked.EndCommit();
        var found = walked.Show(visitor);
        Assert.Equal((700, "a gap"), (found!.Value.Place.Offset, found.Value.Problem));
        Assert.DoesNotContain("900 e", visitor.Seen);
    }

    private static void Add(WalkedCommits walked, int ordinal, long offset, string body)
        => walked.Add(
            new FrameHeader(0, 1, 1, ordinal, FrameFlags.None, default, 0, 0, default),
            new RunHeader(0, 1, 1, 1, body.Length),
            new RunLocation(1, offset, 1, body.Length, 1),
            System.Text.Encoding.ASCII.GetBytes(body));

    private sealed class Recording : ILogVisitor
    {
        public List<string> Seen { get; } = [];

        public int EndsBeforeProblem { get; init; } = int.MaxValue;

        public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
            => Seen.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{location.Offset} {System.Text.Encoding.ASCII.GetString(body)}"));

        public string? EndCommit()
        {
            Seen.Add("end");
            return Seen.Count(static seen => seen == "end") > EndsBeforeProblem ? "a gap" : null;
        }

        public void DropCommit() => Assert.Fail("What has not ended is not shown.");
    }
}
