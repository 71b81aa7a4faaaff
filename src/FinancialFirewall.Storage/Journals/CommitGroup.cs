using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Everything that shares one flush: a frame a tenant. One group fills while the other is written; then they change places.</summary>
internal sealed class CommitGroup
{
    private const int MaximumSpareFrames = 32;

    /// <summary>How much memory the buffers of spare frames take: about what two batches fill, so that they need not grow again for each commit.</summary>
    private const int MaximumSpareBytes = 8 * 1024 * 1024;

    private readonly List<TenantFrame> frames = [];
    private readonly Dictionary<TenantId, TenantFrame> frameOf = [];
    private readonly Stack<TenantFrame> spare = new();
    private readonly List<ReadOnlyMemory<byte>> buffers = [];
    private int spareBytes;
    private TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Commit { get; private set; }

    public bool IsEmpty => frames.Count == 0;

    /// <summary>How much of the journal's room the group takes until it is on disk.</summary>
    public long RoomBytes { get; private set; }

    /// <summary>Completes when the group is on disk.</summary>
    public Task Done => done.Task;

    public long RecordCount { get; private set; }

    /// <summary>Empties the group and numbers it.</summary>
    public void Begin(long commit)
    {
        foreach (var frame in frames)
        {
            Keep(frame);
        }

        frames.Clear();
        frameOf.Clear();
        buffers.Clear();
        (Commit, RoomBytes, RecordCount) = (commit, 0, 0);
        done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Add(TenantId tenant, PartitionRuns partition, long epoch, long firstSequence, RecordBatch batch)
    {
        if (!frameOf.TryGetValue(tenant, out var frame))
        {
            frame = TakeSpare();
            frame.Begin(tenant);
            frames.Add(frame);
            frameOf.Add(tenant, frame);
        }

        frame.Add(partition, epoch, firstSequence, batch);
        RoomBytes += batch.RequiredBytes;
        RecordCount += batch.Count;
    }

    /// <summary>How many nonces the frames take.</summary>
    public long NonceCount
    {
        get
        {
            var total = 0L;
            foreach (var frame in frames)
            {
                total += frame.NonceCount;
            }

            return total;
        }
    }

    /// <summary>Gives each frame its tenant's cipher; a tenant's first key is on disk when the task completes.</summary>
    public async ValueTask PrepareAsync(PurposeKeys keys)
    {
        foreach (var frame in frames)
        {
            frame.Cipher = await keys.GetCurrentAsync(frame.Tenant);
        }
    }

    /// <summary>
    /// Shows the runs to a follower, where there is one, seals and completes the frames, each chained to the one before, and returns their bytes and the checksum of the last.
    /// </summary>
    public (IReadOnlyList<ReadOnlyMemory<byte>> Buffers, uint LastCrc) Finish(
        Instant written, uint previousCrc, LogFileSeal file, NonceSequence nonces, IRunFollower? follower)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var flags = i == frames.Count - 1 ? FrameFlags.EndsCommit : FrameFlags.None;
            previousCrc = frames[i].Finish(Commit, i, flags, written, previousCrc, file, nonces, follower);
            buffers.Add(frames[i].Bytes);
        }

        return (buffers, previousCrc);
    }

    /// <summary>Makes readable what is now on disk from <paramref name="offset"/> of <paramref name="file"/> on.</summary>
    public void Publish(uint file, long offset)
    {
        foreach (var frame in frames)
        {
            frame.Publish(file, offset);
            offset += frame.Length;
        }
    }

    /// <summary>Makes findable what is readable now.</summary>
    public void PublishReferences(uint file, ReferenceTable references)
    {
        foreach (var frame in frames)
        {
            frame.PublishReferences(file, references);
        }
    }

    public void Complete() => done.SetResult();

    public void Fail(Exception exception)
    {
        done.TrySetException(exception);

        // Where nobody waits, nobody else looks at the exception.
        _ = done.Task.Exception;
    }

    private TenantFrame TakeSpare()
    {
        if (!spare.TryPop(out var frame))
        {
            return new TenantFrame();
        }

        spareBytes -= frame.BufferBytes;
        return frame;
    }

    private void Keep(TenantFrame frame)
    {
        frame.End();
        if (spare.Count < MaximumSpareFrames && spareBytes + frame.BufferBytes <= MaximumSpareBytes)
        {
            spare.Push(frame);
            spareBytes += frame.BufferBytes;
        }
        else
        {
            frame.Dispose();
        }
    }
}
