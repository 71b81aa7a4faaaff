using System.Buffers.Binary;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>A run of one partition that grows record by record.</summary>
internal sealed class RunBuffer(int partition)
{
    private readonly PackedWriter lengths = new();
    private readonly PackedWriter records = new();

    public int Partition => partition;

    public long Epoch { get; private set; }

    public long FirstSequence { get; private set; }

    public int Count { get; private set; }

    /// <summary>The length of the run so far, header included.</summary>
    public int RunLength => StoredRun.Length + lengths.Length + records.Length;

    /// <summary>Whether the record continues what is there.</summary>
    public bool Fits(long epoch, long sequence) => Count == 0 || (epoch == Epoch && sequence == FirstSequence + Count);

    public void Add(long epoch, long sequence, ReadOnlySpan<byte> record)
    {
        if (Count == 0)
        {
            (Epoch, FirstSequence) = (epoch, sequence);
        }

        BinaryPrimitives.WriteInt32LittleEndian(lengths.Take(sizeof(int)), record.Length);
        records.Bytes(record);
        Count++;
    }

    /// <summary>Appends the run to <paramref name="output"/> and begins anew.</summary>
    public void Flush(PackedWriter output)
    {
        StoredRun.Write(output.Take(StoredRun.Length), new RunHeader(partition, Epoch, FirstSequence, Count, records.Length));
        output.Bytes(lengths.Written);
        output.Bytes(records.Written);
        lengths.Clear();
        records.Clear();
        Count = 0;
    }
}
