using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Benchmarks.Segments;

/// <summary>Appends real decisions to a journal: those of an engine, dealt out to partitions as the firewall does.</summary>
internal sealed class RecordSource
{
    private const int Partitions = 64;

    private readonly Engine engine;
    private IJournal? journal;
    private readonly RecordBatch[] batches = new RecordBatch[Partitions];
    private readonly long[] epochs = new long[Partitions];
    private readonly long[] sequences = new long[Partitions];

    public RecordSource()
    {
        engine = new Engine { Observer = Observe };
        for (var partition = 0; partition < Partitions; partition++)
        {
            batches[partition] = new RecordBatch();
        }
    }

    /// <summary>The length of all records so far.</summary>
    public long RecordBytes { get; private set; }

    /// <summary>From here on they go to this journal, behind what it has.</summary>
    public void Open(IJournal next)
    {
        journal = next;
        for (var partition = 0; partition < Partitions; partition++)
        {
            epochs[partition] = journal.OpenEpoch(Firewall.Tenant, partition);
            sequences[partition] = journal.GetCommittedSequence(Firewall.Tenant, partition);
        }
    }

    /// <summary>Decides and commits payments together.</summary>
    public async Task AppendAsync(PaymentLines lines)
    {
        engine.Run(lines.Bytes.AsSpan(0, lines.Length));
        var position = default(JournalPosition);
        for (var partition = 0; partition < Partitions; partition++)
        {
            var batch = batches[partition];
            if (batch.Count > 0)
            {
                using var reservation = (await journal!.ReserveAsync(batch.RequiredBytes)).Value;
                var first = sequences[partition] - batch.Count + 1;
                position = journal!.Append(Firewall.Tenant, partition, epochs[partition], first, batch, reservation).Value;
                RecordBytes += batch.RecordBytes;
                batch.Clear();
            }
        }

        await journal!.CommitAsync(position);
    }

    private void Observe(EvaluationFrame frame, in Outcome outcome)
    {
        var partition = (int)(frame.Payment.AccountHash % Partitions);
        var batch = batches[partition];
        var policy = engine.Policy;
        var room = batch.GetSpan(AssessmentRecordWriter.MaximumLength(frame, policy.AccountWindows.Windows.Count));
        var length = AssessmentRecordWriter.Write(room, new RecordStamp(partition, ++sequences[partition], ProcessingMicroseconds: 7), frame, outcome, policy);
        batch.Add(length, new RecordHeader(room[..length]).ReferenceHash);
    }
}
