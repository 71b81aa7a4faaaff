using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>
/// The domain alone, on one thread: reads, normalises, packs, decides, records and answers each payment in memory, without grains and without a disk.
/// </summary>
internal sealed class Engine
{
    private const int BufferBytes = 1 << 16;

    /// <summary>As many as a partition gets of a full batch.</summary>
    private const int Group = 128;

    private readonly PaymentReader reader = new(new PaymentReaderOptions());
    private readonly CardTokenizer cards = new(new byte[32]);
    private readonly CompiledPolicy policy;
    private readonly HistoryTable histories;
    private readonly EvaluationFrame frame = new();
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly ReusedBuffer payments = new(BufferBytes);
    private readonly int[] starts = new int[Group + 1];
    private readonly ReusedBuffer records = new(BufferBytes);
    private readonly ReusedBuffer answers = new(BufferBytes);
    private long sequence;

    public Engine()
    {
        policy = LoadPolicy.Compiled;
        histories = new HistoryTable(policy.AccountWindows);
    }

    /// <summary>What it decides by.</summary>
    public CompiledPolicy Policy => policy;

    /// <summary>Payments that were answered so far.</summary>
    public long Decided { get; private set; }

    /// <summary>Learns what was decided, and by what; null where nobody asks.</summary>
    public DecisionObserver? Observer { get; init; }

    /// <summary>Works through lines, in groups: the accounts of a group are brought near before the first of its payments is decided.</summary>
    /// <exception cref="InvalidOperationException">One of them is no payment.</exception>
    public void Run(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            payments.Clear();
            var now = Instant.From(DateTimeOffset.UtcNow);
            var count = 0;
            for (; count < Group && !lines.IsEmpty; count++)
            {
                var end = lines.IndexOf((byte)'\n');
                Read(lines[..end], count, now);
                lines = lines[(end + 1)..];
            }

            histories.EndPrefetch();
            records.Clear();
            for (var i = 0; i < count; i++)
            {
                Decide(starts[i], starts[i + 1] - starts[i], now);
            }

            Answer();
        }
    }

    private void Read(ReadOnlySpan<byte> line, int index, Instant now)
    {
        starts[index] = payments.Length;
        if (!reader.TryRead(line, cards, now, payments, out var errors))
        {
            throw new InvalidOperationException($"{errors[0].Member}: {errors[0].Message}");
        }

        starts[index + 1] = payments.Length;
        histories.Prefetch(new PackedPayment(payments.Bytes.AsSpan(starts[index])).AccountHash);
    }

    private void Decide(int start, int length, Instant now)
    {
        frame.Load(payments.Bytes, start, length, now);
        var packed = frame.Payment;
        var device = XxHash64.Hash(frame.BytesOf(PaymentMember.DeviceId));
        var entry = histories.Find(frame.BytesOf(PaymentMember.FromAccountNumber), packed.AccountHash);
        frame.AccountFirstSeen = entry == HistoryTable.Unseen ? now : histories.FirstSeen(entry);
        frame.DeviceIsNew = histories.IsNewDevice(entry, device);
        policy.Prepare(frame, account, keyed);
        var windows = policy.AccountWindows.Count;
        histories.Measure(entry, now, account.AsSpan(0, windows), frame.Aggregates.AsSpan(0, windows));
        Outcome outcome = default;
        policy.Decide(frame, ref outcome);
        entry = entry == HistoryTable.Unseen ? histories.GetOrAdd(frame.BytesOf(PaymentMember.FromAccountNumber), packed.AccountHash, now) : entry;
        histories.Record(entry, now, account.AsSpan(0, windows), packed.Bytes, outcome.IsAccepted);
        histories.SeeDevice(entry, device);
        AssessmentRecordWriter.Write(records, new RecordStamp(0, ++sequence, ProcessingMicroseconds: 0), frame, outcome, policy);
        Observer?.Invoke(frame, outcome);
    }

    // Answers are made from the records of a group, as the gateway makes them from those of a batch.
    private void Answer()
    {
        answers.Clear();
        for (var rest = records.Bytes.AsSpan(0, records.Length); !rest.IsEmpty;)
        {
            var record = new AssessmentRecord(rest);
            var before = answers.Length;
            AnswerWriter.WriteBrief(answers, record, policy);
            Decided += answers.Length > before ? 1 : 0;
            rest = rest[record.Header.Record.Length..];
        }
    }
}
