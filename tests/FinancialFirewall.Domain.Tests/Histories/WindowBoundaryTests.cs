using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Histories;

/// <summary>Where a window begins and ends, worked out by hand: (t − w, t], the start at most rounded earlier to its bucket's start.</summary>
public sealed class WindowBoundaryTests
{
    [Theory]
    // 1 s buckets: at 12:00:10.5 a window of 10 s starts after 12:00:00.5, inside the bucket of 12:00:00.
    [InlineData(10, "2026-03-01T12:00:00Z", "2026-03-01T12:00:10.5Z", 1)]
    [InlineData(10, "2026-03-01T11:59:59.999999Z", "2026-03-01T12:00:10.5Z", 0)]
    // The first microsecond of the window is 12:00:00.000000, then 12:00:01.000000.
    [InlineData(10, "2026-03-01T12:00:00Z", "2026-03-01T12:00:10.999998Z", 1)]
    [InlineData(10, "2026-03-01T12:00:00Z", "2026-03-01T12:00:10.999999Z", 0)]
    [InlineData(1, "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", 1)]
    [InlineData(1, "2026-03-01T12:00:00Z", "2026-03-01T12:00:01.999998Z", 1)]
    [InlineData(1, "2026-03-01T12:00:00Z", "2026-03-01T12:00:01.999999Z", 0)]
    // One hour still has 1 s buckets, one second more has 1 min buckets.
    [InlineData(3600, "2026-03-01T11:00:00Z", "2026-03-01T12:00:00.999998Z", 1)]
    [InlineData(3600, "2026-03-01T11:00:00Z", "2026-03-01T12:00:00.999999Z", 0)]
    [InlineData(3601, "2026-03-01T11:00:00Z", "2026-03-01T12:01:00.999998Z", 1)]
    [InlineData(3601, "2026-03-01T11:00:00Z", "2026-03-01T12:01:00.999999Z", 0)]
    // 24 h in 1 min buckets.
    [InlineData(86_400, "2026-03-01T12:00:00Z", "2026-03-02T12:00:59.999998Z", 1)]
    [InlineData(86_400, "2026-03-01T12:00:00Z", "2026-03-02T12:00:59.999999Z", 0)]
    [InlineData(86_400, "2026-03-01T12:00:59.999999Z", "2026-03-02T12:00:59.999998Z", 1)]
    // Beyond 24 h in 1 h buckets.
    [InlineData(86_401, "2026-03-01T12:00:00Z", "2026-03-02T13:00:00.999998Z", 1)]
    [InlineData(86_401, "2026-03-01T12:00:00Z", "2026-03-02T13:00:00.999999Z", 0)]
    [InlineData(604_800, "2026-03-01T12:59:59Z", "2026-03-08T12:59:59.999998Z", 1)]
    [InlineData(604_800, "2026-03-01T12:59:59Z", "2026-03-08T12:59:59.999999Z", 0)]
    // Before 1970 buckets are rounded down too.
    [InlineData(10, "1969-12-31T23:59:50.5Z", "1970-01-01T00:00:00.999998Z", 1)]
    [InlineData(10, "1969-12-31T23:59:50.5Z", "1970-01-01T00:00:00.999999Z", 0)]
    public void Measure_AtWindowEdge_CountsWhatBucketsHold(long seconds, string recorded, string measured, int expected)
    {
        foreach (var function in new[] { AggregateFunction.Count, AggregateFunction.Sum, AggregateFunction.Distinct })
        {
            var ledger = new Ledger(new WindowDefinition("w", function, seconds, false));
            var table = ledger.Table;
            var entry = table.GetOrAdd("k"u8, 1, Ledger.At(recorded));
            table.Record(entry, Ledger.At(recorded), [new Contribution(true, false, 1, 0, 0, 0)], [], accepted: true);
            var values = new AggregateValue[1];

            table.Measure(entry, Ledger.At(measured), [default], values);

            Assert.Equal(expected, values[0].Numerator);
        }
    }

    [Fact]
    public void Record_EarlierTime_IsTakenAsTheLatestSeen()
    {
        var ledger = new Ledger(new WindowDefinition("w", AggregateFunction.Count, 10, false));
        ledger.Record(Ledger.At("2026-03-01T12:00:30Z"));

        ledger.Record(Ledger.At("2026-03-01T12:00:00Z"));

        Assert.Equal(2, ledger.Measure(Ledger.At("2026-03-01T12:00:40.999998Z"))[0].Numerator);
        Assert.Equal(0, ledger.Measure(Ledger.At("2026-03-01T12:00:40.999999Z"))[0].Numerator);
    }
}
