using System.Buffers;
using System.Buffers.Binary;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Assessments;

public sealed class AssessmentRecordTests
{
    private const string Windows = """
        {"baseCurrency": "EUR", "rates": {"asOf": "2026-03-01", "USD": "1.1"}, "configurations": [{"configurationName": "c", "paymentSource": "BOTH",
         "riskAssessmentType": "REAL_TIME", "riskRules": {"deviceRules": {"newDeviceRisk": true}, "customRules": [
            {"name": "mean", "expression": "average(amount, 24h) > 60", "weight": 0.1}, {"name": "country", "expression": "last(country, 1d) == 'FR'", "weight": 0.1},
            {"name": "payees", "expression": "distinct(toAccountNumber by device, 7d) > 1", "weight": 0.1}, {"name": "sum", "expression": "sum(amount, 7d) > 100", "weight": 0.1},
            {"name": "low", "expression": "min(latitude, 1d) < 0", "weight": 0.1}, {"name": "age", "expression": "accountAge < 7d", "weight": 0.1}]},
         "thresholds": {"rejectThreshold": 0.5}}]}
        """;

    [Fact]
    public void Record_WrittenAndRead_SaysTheSame()
    {
        var bench = PolicyBench.Of(Windows);
        var assessed = bench.Assess("\"transactionReference\": \"REF-1\", \"currency\": \"USD\", \"amount\": 11");

        var record = new AssessmentRecord([.. assessed.Record, 9, 9, 9]);

        Assert.Equal((5, 1L, 7, 1_500u), (record.Partition, record.Sequence, record.PolicyVersion, record.ProcessingMicroseconds));
        Assert.Equal((PolicyBench.Start, PolicyBench.Start), (record.AssessedAt, record.AccountFirstSeen));
        Assert.Equal((1_000L, AssessmentFacts.HasBaseAmount), (record.BaseAmountMinor, record.Facts));
        Assert.Equal(assessed.Outcome, record.Outcome);
        Assert.Equal("REF-1"u8, record.Payment.Text(PaymentMember.TransactionReference));
        Assert.Equal(RecordKind.Assessment, record.Header.Kind);
        Assert.Equal(record.Payment.ReferenceHash, BinaryPrimitives.ReadUInt64LittleEndian(assessed.Record.AsSpan(RecordHeader.ReferenceHashOffset)));
        Assert.Equal(assessed.Record.Length, BinaryPrimitives.ReadInt32LittleEndian(assessed.Record));
    }

    [Fact]
    public void Replay_OfEveryRecord_DecidesTheSameBytes()
    {
        const int Seed = 99;
        var random = new Random(Seed);
        var bench = PolicyBench.Of(Windows);
        var replayed = PolicyBench.Compile(Windows);
        var frame = new EvaluationFrame();
        var degraded = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var currency = random.Next(20) switch { 0 => "GBP", 1 => "USD", _ => "EUR" };
            var country = random.Next(3) == 0 ? "" : $", \"country\": \"{(random.Next(2) == 0 ? "FR" : "DE")}\"";
            var device = random.Next(3) == 0 ? "" : $", \"deviceId\": \"d{random.Next(4)}\"";
            var place = random.Next(2) == 0 ? "" : $", \"latitude\": {random.Next(-80, 80)}, \"longitude\": 1";
            var assessed = bench.Assess(
                $"\"amount\": {random.Next(1, 200)}, \"currency\": \"{currency}\", \"fromAccountNumber\": \"A{random.Next(9)}\", \"toAccountNumber\": \"B{random.Next(5)}\"{country}{device}{place}",
                i * random.Next(1, 4_000));
            degraded += assessed.Outcome.IsDegraded ? 1 : 0;

            byte[] shifted = [1, 2, 3, .. assessed.Record];
            Replay.Load(shifted, 3, frame);
            var outcome = default(Outcome);
            replayed.Decide(frame, ref outcome);
            var output = new ArrayBufferWriter<byte>();
            AssessmentRecordWriter.Write(output, new RecordStamp(5, i + 1, 1_500), frame, outcome, replayed);

            Assert.True(assessed.Record.AsSpan().SequenceEqual(output.WrittenSpan), $"seed {Seed}, payment {i}: {assessed.Outcome} became {outcome}");
        }

        Assert.InRange(degraded, 50, 200);
    }

    [Fact]
    public void Record_CutOffOrOfAnotherKind_IsRefused()
    {
        var record = PolicyBench.Of(Windows).Assess().Record;

        for (var length = 0; length < record.Length; length++)
        {
            var cut = length;
            Assert.Throws<ArgumentException>(() => new AssessmentRecord(record.AsSpan(0, cut)));
        }

        Assert.Throws<ArgumentException>(() => new ReleaseRecord(record));
        record[5]++;
        Assert.Throws<ArgumentException>(() => new AssessmentRecord(record));
    }

    [Theory]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, 7)]
    [InlineData(12_345_678, int.MaxValue)]
    public void Aggregates_OfEveryKind_ComeBack(long numerator, int denominator)
    {
        AggregateValue[] values =
        [
            new(AggregateKind.Number, Saturated: false, numerator, denominator, default), AggregateValue.Absent, AggregateValue.Unknown,
            new(AggregateKind.Number, Saturated: true, 256, 1, default), new(AggregateKind.Text, Saturated: false, 0, 1, "Zoë"u8.ToArray()),
            new(AggregateKind.Text, Saturated: false, 0, 1, new byte[140]),
        ];
        var bytes = new byte[values.Sum(static value => AggregateCodec.MaximumLengthWithoutText + value.Text.Length)];
        var length = AggregateCodec.Write(values, bytes);

        var position = 0;
        foreach (var value in values)
        {
            var read = AggregateCodec.Read(bytes, ref position);
            Assert.Equal(
                (value.Kind, value.Saturated, value.Numerator, value.Kind == AggregateKind.Absent ? 0 : value.Denominator),
                (read.Kind, read.Saturated, read.Numerator, read.Denominator));
            Assert.True(value.Text.Span.SequenceEqual(read.Text.Span));
        }

        Assert.Equal(length, position);
    }

    [Fact]
    public void Aggregates_NumbersOfEveryLength_AreWrittenTogetherAsOneByOne()
    {
        AggregateValue[] values = [.. Enumerable.Range(0, 64).SelectMany(static bit => new[] { 1L << bit, (1L << bit) - 1, -(1L << bit) }).Select(AggregateValue.OfNumber)];
        var together = new byte[values.Length * AggregateCodec.MaximumLengthWithoutText];
        var oneByOne = new byte[together.Length];
        var length = values.Aggregate(0, (position, value) => position + AggregateCodec.Write(value, oneByOne.AsSpan(position)));

        Assert.Equal(length, AggregateCodec.Write(values, together));
        Assert.Equal(oneByOne[..length], together[..length]);

        // Without a byte more than they take.
        var tight = new byte[length];
        Assert.Equal(length, AggregateCodec.Write(values, tight));
        Assert.Equal(oneByOne[..length], tight);
    }

    [Fact]
    public void Release_OfARefund_TakesItsAmountOutOfTheSums()
    {
        var bench = PolicyBench.Of(Windows);
        var original = new AssessmentRecord(bench.Assess("\"transactionReference\": \"O-1\", \"amount\": 90, \"deviceId\": \"d\", \"latitude\": 5, \"longitude\": 5").Record);
        var buffer = new byte[ReleaseRecord.LengthOf(original.Payment, "REFUND-1"u8)];
        var at = PolicyBench.Start.Plus(TimeSpan.FromHours(1));

        var length = ReleaseRecord.Write(buffer, new RecordStamp(5, 2, 0), at, original, 4_000, 4_000, ReleaseReason.Refund, "REFUND-1"u8);

        var release = new ReleaseRecord(buffer);
        Assert.Equal((buffer.Length, 1L, 4_000L, 4_000L, at), (length, release.OriginalSequence, release.BaseAmountMinor, release.OriginalAmountMinor, release.Header.At));
        Assert.Equal((ReleaseReason.Refund, false, original.AssessedAt), (release.Reason, release.IsEntire, release.OriginalAssessedAt));
        Assert.Equal("REFUND-1"u8, release.Cause);
        Assert.Equal(original.Payment.Bytes, release.OriginalPayment.Bytes);
        Assert.Equal(original.ReferenceHash, release.Header.ReferenceHash);

        var frame = new EvaluationFrame();
        Replay.LoadRelease(buffer, 0, frame);
        var amounts = new Contribution[WindowDefinition.MaximumPerPolicy];
        bench.Policy.PrepareRelease(frame, release.BaseAmountMinor, release.OriginalAmountMinor, release.IsEntire, amounts);
        Assert.Equal(
            "average(amount, 1d) 4000; sum(amount, 7d) 4000",
            string.Join("; ", bench.Policy.AccountWindows.Windows.Select((window, i) => (window, i)).Where(pair => amounts[pair.i].Counts).Select(pair => $"{pair.window.Id} {amounts[pair.i].Number}")));
    }
}
