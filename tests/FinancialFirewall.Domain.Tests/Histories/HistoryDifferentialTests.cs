using System.Buffers;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Histories;

/// <summary>The table against a plain list of payments: same operations, same answers, whatever happens in between.</summary>
public sealed class HistoryDifferentialTests
{
    private const int Operations = 1000;
    private const long Second = 1_000_000;
    private const long Hour = 3600 * Second;

    private static readonly WindowDefinition[] Windows =
    [
        new("count 1s", AggregateFunction.Count, 1, false),
        new("count 1h", AggregateFunction.Count, 3600, false, "payments"),
        new("count 10m", AggregateFunction.Count, 600, false, "payments"),
        new("count 24h", AggregateFunction.Count, 86_400, false, "payments"),
        new("count 7d", AggregateFunction.Count, 7 * 86_400, false),
        new("sum 10m", AggregateFunction.Sum, 600, false, "amount"),
        new("sum 24h", AggregateFunction.Sum, 86_400, false, "amount"),
        new("sum 61m", AggregateFunction.Sum, 3660, false, "amount"),
        new("average 24h", AggregateFunction.Average, 86_400, false, "amount"),
        new("average 45s", AggregateFunction.Average, 45, false),
        new("sum 7d", AggregateFunction.Sum, 7 * 86_400, false, "amount"),
        new("min 2h", AggregateFunction.Min, 7200, false, "amount"),
        new("min 24h", AggregateFunction.Min, 86_400, false, "amount"),
        new("max 90d", AggregateFunction.Max, 90 * 86_400, false),
        new("max 30s", AggregateFunction.Max, 30, false),
        new("distinct text 1h", AggregateFunction.Distinct, 3600, true, "text"),
        new("distinct text 5m", AggregateFunction.Distinct, 300, true, "text"),
        new("distinct text 30d", AggregateFunction.Distinct, 30 * 86_400, true),
        new("distinct amount 24h", AggregateFunction.Distinct, 86_400, false),
        new("last text 1h", AggregateFunction.Last, 3600, true, "text"),
        new("last text 1m", AggregateFunction.Last, 60, true, "text"),
        new("last amount 24h", AggregateFunction.Last, 86_400, false),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Measure_AnyOperations_EqualsListOfPayments(int quarter)
    {
        for (var seed = quarter * 50; seed < (quarter + 1) * 50; seed++)
        {
            new Run(seed).Play();
        }
    }

    private sealed class Run(int seed)
    {
        private readonly Random random = new(seed);
        private readonly List<NaiveHistory> keys = [];
        private HistoryTable table = new(WindowPlan.Empty);
        private long now = seed % 5 == 0 ? -5 * Hour : 1_767_225_600 * Second;

        public void Play()
        {
            Replan();
            for (var i = 0; i < Operations; i++)
            {
                now += Step();
                switch (random.Next(100))
                {
                    case < 65:
                        Assess(record: true);
                        break;
                    case < 77:
                        Assess(record: false);
                        break;
                    case < 93:
                        Release();
                        break;
                    case < 97:
                        Trim();
                        break;
                    case < 99:
                        RoundTrip();
                        break;
                    default:
                        Replan();
                        break;
                }
            }
        }

        private long Step() => random.Next(20) switch
        {
            < 6 => 0,
            < 9 => random.Next(3),
            < 12 => random.NextInt64(2 * Second),
            < 14 => random.NextInt64(90 * Second),
            < 16 => random.NextInt64(Hour),
            // To the edge of a bucket, or one microsecond to either side of it.
            16 => UpTo(Hour),
            17 => UpTo(random.Next(2) == 0 ? Second : 60 * Second),
            18 => random.NextInt64(30 * Hour),
            _ => random.Next(8) == 0 ? random.NextInt64(40 * 24 * Hour) : -random.NextInt64(10 * Second),
        };

        private long UpTo(long width) => width - (now % width) + random.Next(-1, 2);

        private NaiveHistory Key()
        {
            var number = random.Next(seed % 3 == 0 ? 1 : 6);
            while (keys.Count <= number)
            {
                keys.Add(new NaiveHistory([(byte)(keys.Count + 1)], now));
            }

            return keys[number];
        }

        // Two keys share each hash.
        private static ulong HashOf(NaiveHistory history) => history.Key[0] / 2u;

        private NaivePayment Payment()
        {
            var amount = random.Next(12) switch
            {
                0 when seed % 2 == 0 => long.MaxValue - random.Next(3),
                1 when seed % 4 == 0 => long.MinValue + random.Next(3),
                2 => -random.NextInt64(100),
                _ => random.NextInt64(10_000),
            };
            var text = random.Next(15) switch
            {
                0 => new string('x', 140 + random.Next(2)),
                1 => "",
                _ => $"device {random.Next(seed % 7 == 0 ? 600 : 8)}",
            };
            return new NaivePayment(amount, text, random.Next(4) > 0, random.Next(1024));
        }

        private void Assess(bool record)
        {
            var key = Key();
            var payment = Payment();
            var contributions = payment.ContributionsTo(table.Plan);
            var values = new AggregateValue[table.Plan.Windows.Count];
            table.Measure(table.Find(key.Key, HashOf(key)), new Instant(now), contributions, values);
            // Every other window, which half of them by chance: the list is slow.
            for (var i = random.Next(2); i < values.Length; i += 2)
            {
                var expected = key.Measure(table.Plan.Windows[i], now, payment);
                var actual = NaiveHistory.Describe(values[i]);
                Assert.True(string.Equals(expected, actual, StringComparison.Ordinal), $"seed {seed}, {table.Plan.Windows[i].Id} at {new Instant(now)}: expected {expected}, got {actual}");
            }

            if (!record)
            {
                return;
            }

            var entry = table.GetOrAdd(key.Key, HashOf(key), new Instant(key.FirstSeen));
            var recorded = table.Record(entry, new Instant(now), contributions, payment.Bytes, payment.Accepted);
            key.Record(now, payment);
            Assert.True(recorded.UnixMicroseconds == payment.At, $"seed {seed}: recorded at {recorded}");
        }

        private void Release()
        {
            var key = Key();
            var open = key.Payments.Where(p => p.Accepted && !p.Undone).TakeLast(40).ToList();
            if (open.Count == 0)
            {
                return;
            }

            var payment = open[random.Next(open.Count)];
            var entirely = random.Next(2) == 0;
            var amount = entirely ? payment.Rest : payment.Rest / 2;
            var entry = table.Find(key.Key, HashOf(key));
            table.Release(entry, new Instant(now), new Instant(payment.At), payment.ContributionsTo(table.Plan, amount), entirely);
            key.Release(now, payment, amount, entirely);
        }

        private void Trim()
        {
            table.Trim(new Instant(now), random.Next(5));
            foreach (var key in keys)
            {
                var entry = table.Find(key.Key, HashOf(key));
                if (entry >= 0)
                {
                    var latest = table.Latest(entry).UnixMicroseconds;
                    Assert.True(latest == key.Latest || latest == now, $"seed {seed}: the clock stands at {latest}");
                    key.Latest = latest;
                }
            }
        }

        private void RoundTrip()
        {
            var bytes = Snapshot(table);
            table = HistoryTable.ReadFrom(bytes).Value;
            Assert.True(bytes.AsSpan().SequenceEqual(Snapshot(table)), $"seed {seed}: a snapshot changed by being read");
        }

        private void Replan()
        {
            var chosen = Windows.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()).ToList();
            var next = WindowPlan.Create(chosen).Value;
            var filled = new HistoryTable(WindowPlan.Create([.. chosen.Where(w => table.Plan.IndexOf(w.Id) < 0)]).Value);
            foreach (var key in keys.Where(k => k.Payments.Count > 0))
            {
                Refill(filled, key);
            }

            table = table.Replan(next, filled);
        }

        private static void Refill(HistoryTable filled, NaiveHistory key)
        {
            var entry = filled.GetOrAdd(key.Key, HashOf(key), new Instant(key.FirstSeen));
            foreach (var (at, payment, released, entirely, isRelease) in key.Events)
            {
                if (isRelease)
                {
                    filled.Release(entry, new Instant(at), new Instant(payment.At), payment.ContributionsTo(filled.Plan, released), entirely);
                }
                else
                {
                    filled.Record(entry, new Instant(payment.At), payment.ContributionsTo(filled.Plan), payment.Bytes, payment.Accepted);
                }
            }
        }

        private static byte[] Snapshot(HistoryTable table)
        {
            var writer = new ArrayBufferWriter<byte>();
            table.WriteTo(writer);
            return writer.WrittenSpan.ToArray();
        }
    }
}
