using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class MergePolicyTests
{
    private const long MiB = 1024 * 1024;
    private const long Day = 24L * 60 * 60 * 1_000_000;

    private static readonly SegmentOptions Options = new() { MergeCount = 3, MaximumBytes = 100 * MiB, Period = TimeSpan.FromDays(10) };

    [Fact]
    public void Pick_FewerThanTheCount_TakesNothing()
        => Assert.Equal((0, 0), MergePolicy.Pick([Of(1, 1), Of(1, 2)], Options, 3, isQuiet: true));

    [Fact]
    public void Pick_ManySmallOnesBehindALargeOne_TakesTheSmallOnes()
        => Assert.Equal((1, 4), MergePolicy.Pick([Of(50, 1), Of(1, 2), Of(1, 3), Of(1, 4)], Options, 3, isQuiet: false));

    [Fact]
    public void Pick_TogetherTooLarge_TakesNothing()
        => Assert.Equal((0, 0), MergePolicy.Pick([Of(60, 1), Of(60, 2), Of(60, 3)], Options, 3, isQuiet: true));

    [Fact]
    public void Pick_AnotherPeriodBegan_LeavesTheFormerOneAlone()
        => Assert.Equal((0, 0), MergePolicy.Pick([Of(1, 8), Of(1, 9), Of(1, 10), Of(1, 11)], Options, 3, isQuiet: false));

    [Fact]
    public void Pick_PeriodIsOverAndItIsQuiet_MakesItOneSegment()
        => Assert.Equal((1, 3), MergePolicy.Pick([Of(1, 5), Of(60, 18), Of(1, 19), Of(60, 19), Of(1, 21)], Options, 3, isQuiet: true));

    [Theory]
    [InlineData(270, 16)]
    [InlineData(270, 64)]
    [InlineData(1_100, 16)]
    [InlineData(3, 16)]
    [InlineData(1, 8)]
    public void Pick_NeverQuiet_KeepsSegmentsFewAndCopiesLittle(long size, int count)
    {
        var options = new SegmentOptions();
        var segments = new List<MergeCandidate>();
        var (most, copied) = (0, 0L);
        for (var number = 0; number < 1_000; number++)
        {
            segments.Add(Of(size, 1));
            while (MergePolicy.Pick(segments, options, count, isQuiet: false) is var (start, end) && end > start)
            {
                var bytes = segments[start..end].Sum(static one => one.Bytes);
                segments.RemoveRange(start, end - start);
                segments.Insert(start, new(bytes, Day));
                copied += bytes;
            }

            most = Math.Max(most, segments.Count(one => one.Bytes <= options.MaximumBytes / 2));
        }

        Assert.InRange(most, 1, 32);
        Assert.InRange(copied / (1_000.0 * size * MiB), 0, 4);
    }

    [Fact]
    public void Pick_AgainAndAgain_EndsWithFewSegmentsNeverBeyondAPeriod()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var segments = new List<MergeCandidate>();
            for (var at = 0L; at < 200 * Day; at += random.NextInt64(Day))
            {
                segments.Add(new(random.NextInt64(1, 3 * MiB), at));
                Settle(segments, $"seed {seed}");
            }

            Assert.True(segments.Count < 20 + 20, $"seed {seed}: {segments.Count} segments are left of 20 periods.");
        }
    }

    private static void Settle(List<MergeCandidate> segments, string seed)
    {
        for (var steps = 0; MergePolicy.Pick(segments, Options, Options.MergeCount, isQuiet: true) is var (start, end) && end > start; steps++)
        {
            Assert.True(steps < 100, $"{seed}: merging has no end.");
            var inputs = segments[start..end];
            Assert.True(inputs.TrueForAll(one => one.LastAt / (10 * Day) == inputs[0].LastAt / (10 * Day)), $"{seed}: two periods meet.");
            segments.RemoveRange(start, end - start);
            segments.Insert(start, new(inputs.Sum(one => one.Bytes), inputs.Max(one => one.LastAt)));
        }
    }

    private static MergeCandidate Of(long size, long day) => new(size * MiB, day * Day);
}
