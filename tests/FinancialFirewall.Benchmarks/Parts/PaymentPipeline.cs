using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>
/// The domain's steps for a small group of payments, so that each step can be timed by itself: the group is as large as what the second cache holds of
/// frames. A payment does not see those of its own group, which changes what is decided and not what it costs.
/// </summary>
internal sealed class PaymentPipeline
{
    /// <summary>Payments in a group.</summary>
    public const int Group = 64;

    private const int BufferBytes = 1 << 17;

    private readonly PaymentReader reader = new(new PaymentReaderOptions());
    private readonly CardTokenizer cards = new(new byte[32]);
    private readonly EvaluationFrame[] frames = [.. Enumerable.Range(0, Group).Select(static _ => new EvaluationFrame())];
    private readonly Outcome[] outcomes = new Outcome[Group];
    private readonly int[] ends = new int[Group];
    private readonly int[] recordEnds = new int[Group];
    private readonly int[] entries = new int[Group];
    private readonly ulong[] devices = new ulong[Group];
    private readonly Contribution[][] account;
    private readonly Contribution[] keyed = [];
    private readonly ReusedBuffer payments = new(BufferBytes);
    private readonly ReusedBuffer records = new(BufferBytes);
    private readonly ReusedBuffer answers = new(BufferBytes);
    private readonly int windows;
    private long sequence;

    /// <summary>A pipeline with a policy and an empty history.</summary>
    public PaymentPipeline(CompiledPolicy policy)
    {
        Policy = policy;
        Histories = new HistoryTable(policy.AccountWindows);
        windows = policy.AccountWindows.Windows.Count;
        account = [.. Enumerable.Range(0, Group).Select(_ => new Contribution[windows])];
    }

    /// <summary>What decides.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>The accounts.</summary>
    public HistoryTable Histories { get; }

    /// <summary>Bytes of the last group's records.</summary>
    public int RecordBytes => records.Length;

    /// <summary>Bytes of the last group's answers.</summary>
    public int AnswerBytes => answers.Length;

    /// <summary>Reads a group's lines.</summary>
    public void Read(ReadOnlySpan<byte> lines, int count, Instant now)
    {
        payments.Clear();
        for (var i = 0; i < count; i++)
        {
            var end = lines.IndexOf((byte)'\n');
            if (!reader.TryRead(lines[..end], cards, now, payments, out var errors))
            {
                throw new InvalidOperationException($"{errors[0].Member}: {errors[0].Message}");
            }

            ends[i] = payments.Length;
            lines = lines[(end + 1)..];
        }
    }

    /// <summary>Loads the frames and works out contributions.</summary>
    public void Prepare(int first, int count, Instant now)
    {
        for (var i = first; i < first + count; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            frames[i].Load(payments.Bytes, start, ends[i] - start, now);
            Policy.Prepare(frames[i], account[i], keyed);
        }
    }

    /// <summary>Brings the group's accounts near.</summary>
    public void Prefetch(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Histories.Prefetch(new PackedPayment(payments.Bytes.AsSpan(i == 0 ? 0 : ends[i - 1])).AccountHash);
        }

        Histories.EndPrefetch();
    }

    /// <summary>Finds accounts and measures their windows.</summary>
    public void Measure(int first, int count, Instant now)
    {
        for (var i = first; i < first + count; i++)
        {
            var frame = frames[i];
            var packed = frame.Payment;
            devices[i] = XxHash64.Hash(frame.BytesOf(PaymentMember.DeviceId));
            var entry = Histories.Find(frame.BytesOf(PaymentMember.FromAccountNumber), packed.AccountHash);
            entries[i] = entry;
            frame.AccountFirstSeen = entry == HistoryTable.Unseen ? now : Histories.FirstSeen(entry);
            frame.DeviceIsNew = Histories.IsNewDevice(entry, devices[i]);
            Histories.Measure(entry, now, account[i], frame.Aggregates.AsSpan(0, windows));
        }
    }

    /// <summary>Decides.</summary>
    public void Decide(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            Policy.Decide(frames[i], ref outcomes[i]);
        }
    }

    /// <summary>Records in histories.</summary>
    public void Record(int first, int count, Instant now)
    {
        for (var i = first; i < first + count; i++)
        {
            var packed = frames[i].Payment;
            var entry = entries[i] == HistoryTable.Unseen
                ? Histories.GetOrAdd(frames[i].BytesOf(PaymentMember.FromAccountNumber), packed.AccountHash, now)
                : entries[i];
            Histories.Record(entry, now, account[i], packed.Bytes, outcomes[i].IsAccepted);
            Histories.SeeDevice(entry, devices[i]);
        }
    }

    /// <summary>Writes records.</summary>
    public void Write(int first, int count)
    {
        ClearAtFirst(records, first);
        for (var i = first; i < first + count; i++)
        {
            AssessmentRecordWriter.Write(records, new RecordStamp(0, ++sequence, ProcessingMicroseconds: 0), frames[i], outcomes[i], Policy);
            recordEnds[i] = records.Length;
        }
    }

    /// <summary>Writes brief answers.</summary>
    public void Answer(int first, int count)
    {
        ClearAtFirst(answers, first);
        for (var i = first; i < first + count; i++)
        {
            var start = i == 0 ? 0 : recordEnds[i - 1];
            AnswerWriter.WriteBrief(answers, new AssessmentRecord(records.Bytes.AsSpan(start, recordEnds[i] - start)), Policy);
        }
    }

    private static void ClearAtFirst(ReusedBuffer buffer, int first)
    {
        if (first == 0)
        {
            buffer.Clear();
        }
    }
}
