using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Tests.Sealing;

public sealed class SealedRecordTests
{
    private readonly TestPayments payments = new();

    [Fact]
    public void Seal_ManyRecords_HidesPersonsAndOpensToTheSameBytes()
    {
        const int Seed = 8;
        var random = new Random(Seed);
        var keys = Keys(random);
        var (sealer, opener) = (new RecordSealer(keys), new RecordOpener(keys));
        for (var i = 1; i <= 1_000; i++)
        {
            var record = payments.Next(random, i, TestPayments.Start.Plus(TimeSpan.FromSeconds(i)));
            var stored = sealer.Seal(record).ToArray();
            Assert.True(!Encoding.ASCII.GetString(stored).Contains("PERSON", StringComparison.Ordinal), $"seed {Seed}, record {i}");
            Assert.Equal(new AssessmentRecord(record).Outcome, new AssessmentRecord(stored).Outcome);
            Assert.Equal($"R5-{i}", Encoding.ASCII.GetString(new AssessmentRecord(stored).Payment.Text(PaymentMember.TransactionReference)));
            Assert.Equal(record, opener.Open(stored, new byte[stored.Length]).ToArray());
        }
    }

    [Fact]
    public void SealNext_RecordsWhoseKeysWereFoundTogether_AreWhatEachIsAlone()
    {
        const int Seed = 9;
        var random = new Random(Seed);
        var keys = Keys(random);
        var erased = keys.Without([Erasure(keys, "A1", "C1", TestPayments.Start.Plus(TimeSpan.FromDays(1)))]);
        var (together, alone) = (new RecordSealer(erased), new RecordSealer(erased));
        for (var count = 1; count <= RecordSealer.MaximumTogether; count++)
        {
            byte[][] records = [.. Enumerable.Range(1, count).Select(i => (random.Next(4), TestPayments.Start.Plus(TimeSpan.FromDays(random.Next(3)))) switch
            {
                (0, var at) => payments.Assess(Members("A1", "C1"), i, at),
                (1, var at) => payments.Assess(Members("A1", null), i, at),
                (2, _) => [1, 2, 3],
                (_, var at) => payments.Next(random, i, at),
            })];
            Array.ForEach(records, record => together.Note(record));
            together.FindKeys();
            foreach (var record in records)
            {
                var expected = alone.Seal(record).ToArray();
                Assert.True(together.SealNext(record).SequenceEqual(expected), $"seed {Seed}, {count} records");
                Assert.Equal(alone.CustomerKey, together.CustomerKey);
            }
        }
    }

    [Fact]
    public void Seal_BytesThatAreNoRecord_StayAsTheyAre()
    {
        var keys = Keys(new Random(1));
        byte[] bytes = [1, 2, 3, 4, 5];
        Assert.Equal(bytes, new RecordSealer(keys).Seal(bytes).ToArray());
        Assert.Equal(bytes, new RecordOpener(keys).Open(bytes, new byte[5]).ToArray());
    }

    [Fact]
    public void Open_AfterErasure_ForgetsThatPersonAndNoOther()
    {
        var random = new Random(4);
        var keys = Keys(random);
        var sealer = new RecordSealer(keys);
        var one = payments.Assess(Members("A1", "C1"), 1, TestPayments.Start);
        var other = payments.Assess(Members("A1", "C2"), 2, TestPayments.Start);
        var nobody = payments.Assess(Members("A1", null), 3, TestPayments.Start);
        byte[][] stored = [sealer.Seal(one).ToArray(), sealer.Seal(other).ToArray(), sealer.Seal(nobody).ToArray()];

        var erased = TestPayments.Start.Plus(TimeSpan.FromDays(1));
        var left = keys.Without([Erasure(keys, "A1", "C1", erased)]);

        var opener = new RecordOpener(left);
        var forgotten = opener.Open(stored[0], new byte[4096]).ToArray();
        Assert.Equal(erased, new AssessmentRecord(forgotten).Payment.ErasedAt);
        Assert.False(new AssessmentRecord(forgotten).Payment.Has(PaymentMember.FromAccountNumber));
        Assert.Equal(other, opener.Open(stored[1], new byte[4096]).ToArray());
        Assert.Equal(nobody, opener.Open(stored[2], new byte[4096]).ToArray());
        Assert.Equal(erased, left.ForgottenSince(XxHash64.Hash("A1"u8)));
        Assert.Null(left.ForgottenSince(XxHash64.Hash("A2"u8)));
    }

    [Fact]
    public void Seal_AfterErasure_GivesLaterPaymentsNewKeysAndForgetsEarlierOnes()
    {
        var keys = Keys(new Random(4));
        var (first, second) = (TestPayments.Start.Plus(TimeSpan.FromDays(1)), TestPayments.Start.Plus(TimeSpan.FromDays(2)));
        var before = payments.Assess(Members("A1", "C1"), 1, TestPayments.Start);
        var between = payments.Assess(Members("A1", "C1"), 2, first.Plus(TimeSpan.FromTicks(10)));
        var once = keys.Without([Erasure(keys, "A1", "C1", first)]);
        var stored = new RecordSealer(once).Seal(between).ToArray();

        Assert.Equal(first, new AssessmentRecord(new RecordSealer(once).Seal(before)).Payment.ErasedAt);
        Assert.Equal(between, new RecordOpener(once).Open(stored, new byte[4096]).ToArray());

        var twice = once.Without([Erasure(once, "A1", "C1", second)]);
        var after = payments.Assess(Members("A1", "C1"), 3, second.Plus(TimeSpan.FromTicks(10)));
        Assert.Equal(second, new AssessmentRecord(new RecordOpener(twice).Open(stored, new byte[4096]).Span).Payment.ErasedAt);
        Assert.Equal(after, new RecordOpener(twice).Open(new RecordSealer(twice).Seal(after).ToArray(), new byte[4096]).ToArray());
        Assert.Equal(first, new AssessmentRecord(new RecordSealer(twice).Seal(before)).Payment.ErasedAt);
    }

    [Fact]
    public void Seal_SamePaymentTwice_SharesNoKeystream()
    {
        var keys = Keys(new Random(4));
        var sealer = new RecordSealer(keys);
        var one = payments.Assess(Members("A1", "C1"), 1, TestPayments.Start);
        var next = payments.Assess(Members("A1", "C1"), 2, TestPayments.Start);
        var later = payments.Assess(Members("A1", "C1"), 1, TestPayments.Start.Plus(TimeSpan.FromTicks(10)));
        var sealedOnes = new[] { sealer.Seal(one).ToArray(), sealer.Seal(next).ToArray(), sealer.Seal(later).ToArray() };
        Assert.True(PersonalRecord.TryRead(sealedOnes[0], out var record));
        var parts = new Range[record.MaximumParts];
        var found = record.FindParts(parts);
        Assert.Equal(3, sealedOnes.Select(stored => Convert.ToHexString([.. parts[..found].SelectMany(part => stored[part])])).Distinct(StringComparer.Ordinal).Count());
    }

    private static PersonKeys Keys(Random random) => PersonKeys.Create(() => (ulong)random.NextInt64());

    private static Erasure Erasure(PersonKeys keys, string account, string customer, Instant at)
    {
        var hash = XxHash64.Hash(Encoding.ASCII.GetBytes(account));
        return new Erasure(keys.PathOf(Encoding.ASCII.GetBytes(customer), hash), keys.AccountOf(hash), 5, at, IsFinished: false);
    }

    private static string Members(string account, string? customer)
        => $"\"transactionReference\": \"R\", \"amount\": 5, \"currency\": \"EUR\", \"fromAccountNumber\": \"{account}\", \"debtorName\": \"Jane\"{(customer is null ? "" : $", \"customerId\": \"{customer}\"")}";
}
