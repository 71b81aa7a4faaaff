using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Tests.Sealing;

/// <summary>Real assessments of payments given as JSON members, without any history.</summary>
internal sealed class TestPayments
{
    private static readonly CardTokenizer Cards = new("a key of sixteen bytes or more"u8);
    private static readonly CompiledPolicy Policy = Compile();
    private readonly PaymentReader reader = new(new PaymentReaderOptions { RefusesFuture = false });

    public static Instant Start { get; } = Instant.From(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The record of a payment.</summary>
    public byte[] Assess(string members, long sequence, Instant at, int partition = 5)
    {
        var packed = new ArrayBufferWriter<byte>();
        Assert.True(reader.TryRead(Encoding.UTF8.GetBytes($"{{{members}}}"), Cards, at, packed, out var refusals), string.Join('\n', refusals));
        var frame = new EvaluationFrame();
        var payment = packed.WrittenSpan.ToArray();
        frame.Load(payment, 0, payment.Length, at);
        var outcome = default(Outcome);
        Policy.Decide(frame, ref outcome);
        var record = new byte[AssessmentRecordWriter.MaximumLength(frame, Policy.SlotCount)];
        return record[..AssessmentRecordWriter.Write(record, new RecordStamp(partition, sequence, 10), frame, outcome, Policy)];
    }

    /// <summary>A payment from a seed, of few accounts and customers; whatever is about a person begins with <c>PERSON-</c> and names who it is.</summary>
    public byte[] Next(Random random, long sequence, Instant at, int partition = 5)
    {
        var (account, customer) = (random.Next(5), random.Next(4));
        var who = customer == 0 ? $"A{account}" : $"C{customer}";
        var more = random.Next(2) == 0 ? "" : $", \"metadata\": {{\"a\": \"PERSON-{who}-{new string('m', random.Next(3_000))}\"}}, \"latitude\": 1.5, \"longitude\": 2";
        var from = customer == 0 ? "" : $", \"customerId\": \"PERSON-{who}\"";
        return Assess(
            $"\"transactionReference\": \"R{partition}-{sequence}\", \"amount\": {random.Next(1, 999)}, \"currency\": \"EUR\", \"fromAccountNumber\": \"PERSON-A{account}\", \"debtorName\": \"PERSON-{who}\"{from}{more}",
            sequence,
            at,
            partition);
    }

    private static CompiledPolicy Compile()
    {
        var document = PolicyDocumentReader.Read(Encoding.UTF8.GetBytes("""{"baseCurrency": "EUR", "rates": {"asOf": "2026-03-01"}}"""));
        Assert.True(document.IsSuccess, document.IsSuccess ? "" : document.Errors[0].Message);
        return PolicyCompiler.Compile(document.Value, 7, new TenantId("demo"), Start).Value;
    }
}
