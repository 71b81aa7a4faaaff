namespace FinancialFirewall.Storage.Feeds;

/// <summary>The latest records of one tenant that somebody has read, so that the next one who follows it need not read them again.</summary>
/// <param name="maximumCount">The most records.</param>
/// <param name="maximumBytes">The most bytes.</param>
internal sealed class RecentRecords(int maximumCount, long maximumBytes)
{
    private readonly Dictionary<(int Partition, long Sequence), byte[]> records = [];
    private readonly Queue<(int Partition, long Sequence)> order = new();
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>A record; <see langword="null"/> where it is not here.</summary>
    public byte[]? Find(int partition, long sequence)
    {
        lock (gate)
        {
            return records.GetValueOrDefault((partition, sequence));
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (gate)
        {
            records.Clear();
            order.Clear();
            bytes = 0;
        }
    }

    /// <summary>Takes in a record; those that came first make room.</summary>
    public void Add(int partition, long sequence, byte[] record)
    {
        lock (gate)
        {
            if (record.Length > maximumBytes || !records.TryAdd((partition, sequence), record))
            {
                return;
            }

            order.Enqueue((partition, sequence));
            bytes += record.Length;
            while (order.Count > maximumCount || bytes > maximumBytes)
            {
                records.Remove(order.Dequeue(), out var oldest);
                bytes -= oldest!.Length;
            }
        }
    }
}
