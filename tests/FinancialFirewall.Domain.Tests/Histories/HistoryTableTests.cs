using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Tests.Bytes;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Histories;

public sealed class HistoryTableTests
{
    private static readonly Instant Start = Ledger.At("2026-03-01T12:00:00Z");

    private static readonly WindowDefinition[] SixWindows =
    [
        new("count 24h", AggregateFunction.Count, 86_400, false), new("count 7d", AggregateFunction.Count, 604_800, false),
        new("sum 24h", AggregateFunction.Sum, 86_400, false), new("sum 7d", AggregateFunction.Sum, 604_800, false),
        new("count 1h", AggregateFunction.Count, 3600, false), new("distinct device 7d", AggregateFunction.Distinct, 604_800, true),
    ];

    [Fact]
    public void GetOrAdd_KeysOfOneHash_AreToldApart()
    {
        var table = new HistoryTable(WindowPlan.Empty);
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(i, table.GetOrAdd(BitConverter.GetBytes(i), 42, Start.Plus(TimeSpan.FromSeconds(i))));
        }

        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(i, table.GetOrAdd(BitConverter.GetBytes(i), 42, default));
            Assert.Equal(Start.Plus(TimeSpan.FromSeconds(i)), table.FirstSeen(i));
            Assert.Equal(i, BitConverter.ToInt32(table.Key(i)));
        }

        Assert.Equal(HistoryTable.Unseen, table.Find(BitConverter.GetBytes(500), 42));
    }

    [Fact]
    public void GetOrAdd_KeyOverItsMaximum_IsRefused()
    {
        var table = new HistoryTable(WindowPlan.Empty);

        Assert.Equal(0, table.GetOrAdd(new byte[HistoryTable.MaximumKeyLength], 1, Start));
        Assert.Throws<ArgumentException>(() => table.GetOrAdd(new byte[HistoryTable.MaximumKeyLength + 1], 1, Start));
    }

    [Theory]
    [InlineData(5, 512)]
    [InlineData(50, 2300)]
    public void AllocatedBytes_ManyAccountsOfSixWindows_StayWithinTheirShare(int payments, int maximum)
    {
        const int accounts = 20_000;
        var table = Filled(accounts, payments);

        Assert.InRange(table.AllocatedBytes / accounts, 1, maximum);
    }

    [Fact]
    public void MeasureAndRecord_SteadyState_AllocateNothing()
    {
        const int accounts = 50;
        var table = Filled(accounts, 400);
        var contributions = new Contribution[SixWindows.Length];
        var values = new AggregateValue[SixWindows.Length];
        var round = 0;
        while (round < 3)
        {
            Play(table, contributions, values, round++);
        }

        Assert.Equal(0, Allocation.Least(() => Play(table, contributions, values, round++)));
    }

    [Fact]
    public void Trim_IdleEntries_GivesBackTheirBuckets()
    {
        var table = Filled(100, 20);
        var later = Start.Plus(TimeSpan.FromDays(60));

        Assert.True(table.Trim(later, 60) > 0);
        Assert.True(table.Trim(later, 60) > 0);
        Assert.Equal(0, table.Trim(later, 100));
        Assert.Equal(100, table.Count);
    }

    [Fact]
    public void Create_BadWindows_NamesEach()
    {
        var plan = WindowPlan.Create(
        [
            new("a", AggregateFunction.Count, 0, false), new("b", AggregateFunction.Sum, 60, true), new("", AggregateFunction.Sum, 60, false),
            new("c", (AggregateFunction)9, 60, false), new("d", AggregateFunction.Sum, 60, false), new("d", AggregateFunction.Sum, 60, false),
            new("e", AggregateFunction.Max, WindowDefinition.MaximumSeconds + 1, false),
        ]);

        Assert.Equal("/0/windowSeconds /1/overText /2/id /3/function /5/id /6/windowSeconds", string.Join(' ', plan.Errors.Select(e => e.Member)));
        Assert.Equal(
            "WINDOWS_TOO_MANY",
            WindowPlan.Create([.. Enumerable.Range(0, 33).Select(i => new WindowDefinition($"{i}", AggregateFunction.Count, 1, false))]).Errors[0].Code);
    }

    [Fact]
    public void Replan_KeptNewAndRemoved_KeepsFillsAndDrops()
    {
        var kept = new WindowDefinition("count 1h", AggregateFunction.Count, 3600, false);
        var longer = new WindowDefinition("sum 2h", AggregateFunction.Sum, 7200, false);
        var ledger = new Ledger(kept, new WindowDefinition("max 1h", AggregateFunction.Max, 3600, false));
        var filled = new Ledger(longer);
        ledger.Record(Start, 7);
        filled.Record(Start, 7);
        var next = WindowPlan.Create([longer, kept]).Value;

        Assert.Same(ledger.Table, ledger.Table.Replan(ledger.Table.Plan));
        Assert.NotSame(ledger.Table, ledger.Table.Replan(next));
        var empty = ledger.Table.Replan(next);
        ledger.Table = ledger.Table.Replan(next, filled.Table);

        Assert.Equal("7/1, 1/1", ledger.Answers(Start));
        ledger.Table = empty;
        Assert.Equal("0/1, 1/1", ledger.Answers(Start));
    }

    private static void Play(HistoryTable table, Contribution[] contributions, AggregateValue[] values, int round)
    {
        for (var i = 0; i < 20_000; i++)
        {
            var at = Start.Plus(TimeSpan.FromDays(40) + TimeSpan.FromSeconds(((round * 20_000) + i) * 7));
            contributions.AsSpan().Fill(new Contribution(true, false, i, (ulong)(i % 5), 0, 0));
            table.Measure(i % table.Count, at, contributions, values);
            table.Record(i % table.Count, at, contributions, [], accepted: true);
            table.SeeDevice(i % table.Count, (ulong)(i % 3));
        }
    }

    private static HistoryTable Filled(int accounts, int payments)
    {
        var table = new HistoryTable(WindowPlan.Create(SixWindows).Value);
        var contributions = new Contribution[SixWindows.Length];
        for (var payment = 0; payment < payments; payment++)
        {
            // One payment every 20 minutes and an odd second, two devices an account.
            var at = Start.Plus(TimeSpan.FromSeconds(payment * 1207));
            contributions.AsSpan().Fill(new Contribution(true, false, 4999, (ulong)(payment % 2), 0, 0));
            for (var account = 0; account < accounts; account++)
            {
                var entry = table.GetOrAdd(System.Text.Encoding.UTF8.GetBytes($"DE893704004405320{account:D5}"), (ulong)account * 0x9E3779B97F4A7C15, at);
                table.Record(entry, at, contributions, [], accepted: true);
                table.SeeDevice(entry, (ulong)(payment % 2));
            }
        }

        return table;
    }
}
