using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>What it costs a record, on its way into a segment, to have its person's members sealed, and to be opened again; every record is of another person.</summary>
internal static class SealPersons
{
    private const int Records = 20_000;
    private const int Rounds = 15;
    private const int AccountHashOffset = 64;

    private static readonly string[] Payments =
    [
        """{"transactionReference":"0123456789ABCDEF-01234567","fromAccountNumber":"DE89370400440532013000","toAccountNumber":"FR1420041010050500013M02606","amount":"123.45","currency":"EUR","paymentType":"SEPA","debtorName":"Jane Miller","creditorName":"Jacques Meunier","ipAddress":"203.0.113.77","deviceId":"device-12345"}""",
        """{"transactionReference":"0123456789ABCDEF-01234567","fromAccountNumber":"DE89370400440532013000","toAccountNumber":"FR1420041010050500013M02606","amount":"123.45","currency":"EUR","paymentType":"SEPA","debtorName":"Jane Miller","creditorName":"Jacques Meunier","ipAddress":"203.0.113.77","deviceId":"device-12345","customerId":"C-00012345"}""",
    ];

    /// <summary>Measures records without and with a customer, and writes a table.</summary>
    /// <param name="policy">Makes the records.</param>
    /// <param name="output">Takes the table.</param>
    public static void Run(CompiledPolicy policy, TextWriter output)
    {
        output.WriteLine("record bytes   personal bytes   copy ns   seal ns   open ns   open ns after 1,000 erasures");
        foreach (var payment in Payments)
        {
            var record = RecordOf(payment, policy);
            var random = new Random(1);
            var keys = PersonKeys.Create(() => (ulong)random.NextInt64());
            var erased = keys.Without(Enumerable.Range(0, 1_000).Select(_ => new Erasure((ulong)random.NextInt64(1L << 48), (ulong)random.NextInt64(1L << 48), 1, default, true)));
            var copying = Measure(record, bytes => bytes.CopyTo(new byte[bytes.Length].AsSpan()));
            var sealer = new RecordSealer(keys);
            var sealing = Measure(record, bytes => sealer.Seal(bytes));
            var stored = sealer.Seal(record).ToArray();
            var room = new byte[4096];
            var (opening, openingAfter) = (new RecordOpener(keys), new RecordOpener(erased));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{record.Length,12} {PersonalBytes(record),16} {copying,9:F0} {sealing,9:F0} {Measure(stored, _ => opening.Open(stored, room)),9:F0} {Measure(stored, _ => openingAfter.Open(stored, room)),9:F0}"));
        }
    }

    private static byte[] RecordOf(string payment, CompiledPolicy policy)
    {
        var packed = new ArrayBufferWriter<byte>();
        var at = Instant.From(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        if (!new PaymentReader(new PaymentReaderOptions()).TryRead(System.Text.Encoding.UTF8.GetBytes(payment), new CardTokenizer(new byte[32]), at, packed, out var refusals))
        {
            throw new InvalidOperationException(refusals[0].Message);
        }

        var frame = new EvaluationFrame();
        var bytes = packed.WrittenSpan.ToArray();
        frame.Load(bytes, 0, bytes.Length, at);
        var outcome = default(Outcome);
        policy.Decide(frame, ref outcome);
        var record = new byte[AssessmentRecordWriter.MaximumLength(frame, policy.SlotCount)];
        return record[..AssessmentRecordWriter.Write(record, new RecordStamp(1, 1, 10), frame, outcome, policy)];
    }

    private static int PersonalBytes(byte[] record)
    {
        if (!PersonalRecord.TryRead(record, out var found))
        {
            return 0;
        }

        var parts = new Range[found.MaximumParts];
        return parts[..found.FindParts(parts)].Sum(part => part.End.Value - part.Start.Value);
    }

    /// <summary>Nanoseconds of processor time a record, in the best round.</summary>
    private static double Measure(byte[] record, Work work)
    {
        var start = record.Length - new AssessmentRecord(record).Payment.Bytes.Length - (record.Length - BinaryPrimitives.ReadInt32LittleEndian(record));
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = ThreadClock.Now;
            for (var i = 0; i < Records; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(start + AccountHashOffset), i);
                work(record);
            }

            best = Math.Min(best, (ThreadClock.Now - started) / Records);
        }

        return best;
    }

    private delegate void Work(ReadOnlySpan<byte> record);
}
