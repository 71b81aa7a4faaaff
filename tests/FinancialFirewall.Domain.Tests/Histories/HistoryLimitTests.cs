using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Histories;

public sealed class HistoryLimitTests
{
    private static readonly Instant Start = Ledger.At("2026-03-01T12:00:00Z");

    [Theory]
    [InlineData(254, 255, false)]
    [InlineData(255, 256, true)]
    [InlineData(256, 256, true)]
    [InlineData(300, 256, true)]
    public void Distinct_ManyValues_SaturatesAtItsMaximum(int before, int expected, bool saturated)
    {
        var ledger = new Ledger(new WindowDefinition("d", AggregateFunction.Distinct, 600, false));
        for (var i = 0; i < before; i++)
        {
            ledger.Record(Start, 1000 + i);
        }

        var value = ledger.Measure(Start, 1)[0];

        Assert.Equal((AggregateKind.Number, (long)expected, saturated), (value.Kind, value.Numerator, value.Saturated));
    }

    [Fact]
    public void Distinct_MoreThanItsMaximumThenPassing_CountsTheLatestRight()
    {
        var ledger = new Ledger(new WindowDefinition("d", AggregateFunction.Distinct, 600, false));
        for (var i = 0; i < 300; i++)
        {
            ledger.Record(Start.Plus(TimeSpan.FromSeconds(i)), i);
        }

        // At 12:12:00.5 the window reaches back to the bucket of 12:02:00: seconds 120 to 299 are inside.
        Assert.Equal(180, ledger.Measure(Start.Plus(TimeSpan.FromSeconds(720.5)))[0].Numerator);
    }

    [Fact]
    public void Sum_Overflowing_IsUnknownAndRecoversWhenTheWindowHasPassed()
    {
        var ledger = new Ledger(
            new WindowDefinition("s", AggregateFunction.Sum, 10, false), new WindowDefinition("a", AggregateFunction.Average, 10, false));
        ledger.Record(Start, long.MaxValue);
        Assert.Equal(long.MaxValue, ledger.Measure(Start)[0].Numerator);
        Assert.Equal(AggregateKind.Unknown, ledger.Measure(Start, 1)[0].Kind);

        ledger.Record(Start, long.MaxValue);
        ledger.Record(Start.Plus(TimeSpan.FromSeconds(5)), 42);

        Assert.All(ledger.Measure(Start.Plus(TimeSpan.FromSeconds(5))), v => Assert.Equal(AggregateKind.Unknown, v.Kind));
        var later = ledger.Measure(Start.Plus(TimeSpan.FromSeconds(12)));
        Assert.Equal([AggregateValue.OfNumber(42), AggregateValue.OfNumber(42)], later);
    }

    [Fact]
    public void Release_NumberThatNoBucketCanTake_IsExact()
    {
        var ledger = new Ledger(new WindowDefinition("s", AggregateFunction.Sum, 10, false));
        ledger.Record(Start, long.MinValue);
        ledger.Record(Start, long.MaxValue);
        ledger.Record(Start, long.MaxValue);

        ledger.Release(Start, Start, long.MinValue, entirely: true);
        Assert.Equal(AggregateKind.Unknown, ledger.Measure(Start)[0].Kind);
        ledger.Release(Start, Start, long.MaxValue, entirely: true);

        Assert.Equal(AggregateValue.OfNumber(long.MaxValue), ledger.Measure(Start)[0]);
    }

    [Fact]
    public void Release_PartlyThenEntirely_LeavesMinimumAndMaximum()
    {
        var ledger = new Ledger(
            new WindowDefinition("s", AggregateFunction.Sum, 60, false), new WindowDefinition("a", AggregateFunction.Average, 60, false),
            new WindowDefinition("c", AggregateFunction.Count, 60, false), new WindowDefinition("m", AggregateFunction.Max, 60, false));
        ledger.Record(Start, 100);
        ledger.Record(Start, 30);

        ledger.Release(Start, Start, 40, entirely: false);
        Assert.Equal("90/1, 90/2, 2/1, 100/1", ledger.Answers(Start));
        ledger.Release(Start, Start, 60, entirely: true);

        Assert.Equal("30/1, 30/1, 2/1, 100/1", ledger.Answers(Start));
    }

    [Fact]
    public void Record_RejectedPayment_CountsButDoesNotAddUp()
    {
        var ledger = new Ledger(
            new WindowDefinition("c", AggregateFunction.Count, 60, false), new WindowDefinition("s", AggregateFunction.Sum, 60, false),
            new WindowDefinition("m", AggregateFunction.Max, 60, false), new WindowDefinition("l", AggregateFunction.Last, 60, false));

        ledger.Record(Start, 5, accepted: false);

        Assert.Equal("1/1, 0/1, Absent, 5/1", ledger.Answers(Start));
    }

    [Fact]
    public void Record_EntryThatOutgrowsItsLimit_AnswersUnknownUntilItHasPassed()
    {
        // Two sums over an hour of seconds: 2 × 3,600 buckets of 12 bytes would be 86,400 bytes.
        var ledger = new Ledger(new WindowDefinition("a", AggregateFunction.Sum, 3600, false), new WindowDefinition("b", AggregateFunction.Sum, 3600, false));
        var seconds = HistoryTable.MaximumWindowBytesPerEntry / 24;
        for (var i = 0; i < seconds; i++)
        {
            ledger.Record(Start.Plus(TimeSpan.FromSeconds(i)));
        }

        Assert.Equal(0, ledger.Table.Outgrown);
        var full = Start.Plus(TimeSpan.FromSeconds(seconds));
        ledger.Record(full);
        Assert.True(ledger.Table.Outgrown > 0);
        Assert.Contains(ledger.Measure(full), v => v.Kind == AggregateKind.Unknown);
        ledger.Table = HistoryTable.ReadFrom(ledger.Snapshot()).Value;
        Assert.Contains(ledger.Measure(full), v => v.Kind == AggregateKind.Unknown);

        // What was lost leaves the window 3,600 s later, and only with it does the answer come back.
        var last = full.Plus(TimeSpan.FromSeconds(3600.9));
        Assert.Contains(ledger.Measure(last), v => v.Kind == AggregateKind.Unknown);
        ledger.Record(last);
        Assert.Equal("1/1, 1/1", ledger.Answers(last.Plus(TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void IsNewDevice_FirstOtherAndKnown_FollowsTheRule()
    {
        var table = new HistoryTable(WindowPlan.Empty);
        Assert.False(table.IsNewDevice(HistoryTable.Unseen, 1));
        var entry = table.GetOrAdd("k"u8, 1, Start);
        Assert.False(table.IsNewDevice(entry, 1));
        table.SeeDevice(entry, 1);
        Assert.False(table.IsNewDevice(entry, 1));
        Assert.True(table.IsNewDevice(entry, 2));
        table.SeeDevice(entry, 2);
        Assert.False(table.IsNewDevice(entry, 1));
        Assert.False(table.IsNewDevice(entry, 2));
    }

    [Fact]
    public void SeeDevice_MoreThanAreRemembered_ForgetsTheLeastRecentlyUsed()
    {
        var table = new HistoryTable(WindowPlan.Empty);
        var entry = table.GetOrAdd("k"u8, 1, Start);
        for (var device = 0UL; device < HistoryTable.MaximumDevicesPerEntry; device++)
        {
            table.SeeDevice(entry, device);
        }

        table.SeeDevice(entry, 0);
        table.SeeDevice(entry, 1000);

        Assert.True(table.IsNewDevice(entry, 1));
        Assert.False(table.IsNewDevice(entry, 0));
        Assert.False(table.IsNewDevice(entry, 2));
    }
}
