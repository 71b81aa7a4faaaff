using System.Buffers;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The read end of a log: finds committed runs in the index, reads neighbours in one go, and opens each run before it is used.</summary>
internal sealed class LogReader(JournalIndex index, LogFileCache files, ILogArchive? archive, PurposeKeys keys, int cacheBytes) : IAsyncDisposable
{
    private const int RunsAtOnce = 256;
    private const int MaximumGap = 16 * 1024;
    private const int MaximumWindow = 1024 * 1024;

    /// <summary>The runs that single records were read from lately: whoever asks for one record of a batch often asks for the others.</summary>
    private readonly BlockCache opened = new(cacheBytes);
    private long recordsRead;

    /// <summary>How many records were read by reading on from one to the next.</summary>
    public long RecordsRead => Interlocked.Read(ref recordsRead);

    public async IAsyncEnumerable<JournalBatch> ReadAsync(
        TenantId tenant, int partition, long fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var runs = new RunLocation[RunsAtOnce];
        var batch = new JournalBatch();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            fromSequence = Math.Max(fromSequence, FirstKept(tenant, partition));
            if (IsArchived(tenant, partition, fromSequence))
            {
                if (!await LoadArchivedAsync(batch, tenant, partition, fromSequence))
                {
                    continue;
                }

                fromSequence = EndOf(batch);
                yield return batch;
                continue;
            }

            var count = Copy(tenant, partition, fromSequence, runs);
            if (count == 0)
            {
                yield break;
            }

            for (var first = 0; first < count;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var length = WindowLength(runs.AsSpan(first, count - first), out var taken);
                var buffer = ArrayPool<byte>.Shared.Rent(length);
                try
                {
                    var window = buffer.AsMemory(0, length);
                    if (await FillAsync(runs[first], window) is not { } salt)
                    {
                        break;
                    }

                    var opening = new RunKeys(keys, tenant, salt);
                    for (var i = first; i < first + taken; i++)
                    {
                        Load(batch, opening, window, runs[first].Offset, runs[i], partition, fromSequence);
                        fromSequence = EndOf(batch);
                        yield return batch;
                    }
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }

                first += taken;
            }
        }
    }

    public async ValueTask<JournalRecord?> ReadRecordAsync(TenantId tenant, int partition, long sequence, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var runs = new RunLocation[1];
        var batch = new JournalBatch();
        if (IsArchived(tenant, partition, sequence))
        {
            return await LoadArchivedAsync(batch, tenant, partition, sequence) ? new JournalRecord(sequence, batch.Epoch, batch[0].ToArray()) : null;
        }

        if (sequence < FirstKept(tenant, partition) || Copy(tenant, partition, sequence, runs) == 0)
        {
            return null;
        }

        var run = runs[0];
        if (opened.Find(run.File, run.Offset) is byte[] known)
        {
            batch.Load(RunHeader.Read(known).Header, known.AsMemory(RunHeader.Length), sequence);
            return new JournalRecord(sequence, batch.Epoch, batch[0].ToArray());
        }

        var window = new byte[run.Length];
        if (await FillAsync(run, window) is not { } salt)
        {
            return await ReadRecordAsync(tenant, partition, sequence, cancellationToken);
        }

        Load(batch, new RunKeys(keys, tenant, salt), window, run.Offset, run, partition, sequence);
        opened.Add(run.File, run.Offset, window, window.Length);
        return new JournalRecord(sequence, batch.Epoch, batch[0].ToArray());
    }

    /// <summary>Lets go of what was read: files are about to go.</summary>
    public void Forget() => opened.Clear();

    public ValueTask DisposeAsync() => files.DisposeAsync();

    /// <summary>How many bytes to read at once from the first run on, and how many runs they hold.</summary>
    private static int WindowLength(ReadOnlySpan<RunLocation> runs, out int taken)
    {
        var start = runs[0].Offset;
        var end = start + runs[0].Length;
        for (taken = 1; taken < runs.Length; taken++)
        {
            var next = runs[taken];
            if (next.File != runs[0].File || next.Offset - end > MaximumGap || next.Offset + next.Length - start > MaximumWindow)
            {
                break;
            }

            end = next.Offset + next.Length;
        }

        return (int)(end - start);
    }

    private long EndOf(JournalBatch batch)
    {
        Interlocked.Add(ref recordsRead, batch.Count);
        return batch.FirstSequence + batch.Count;
    }

    private int Copy(TenantId tenant, int partition, long fromSequence, Span<RunLocation> runs)
    {
        lock (index.Access)
        {
            return index.Find(tenant, partition)?.Copy(fromSequence, runs) ?? 0;
        }
    }

    private bool IsArchived(TenantId tenant, int partition, long sequence)
    {
        lock (index.Access)
        {
            return index.Find(tenant, partition)?.IsArchived(sequence) ?? false;
        }
    }

    private long FirstKept(TenantId tenant, int partition)
    {
        lock (index.Access)
        {
            return index.Find(tenant, partition)?.FirstKept ?? 1;
        }
    }

    /// <returns>Whether it is there: not where it was removed meanwhile.</returns>
    private async ValueTask<bool> LoadArchivedAsync(JournalBatch batch, TenantId tenant, int partition, long fromSequence)
    {
        if (archive is not null && await archive.LoadAsync(batch, tenant, partition, fromSequence))
        {
            return true;
        }

        if (IsArchived(tenant, partition, fromSequence))
        {
            throw new InvalidOperationException($"Record {fromSequence} of {tenant}/{partition} is committed, and neither in the log nor in the archive.");
        }

        return false;
    }

    /// <returns>The salt of the file; <see langword="null"/> where it is gone and its records are in the archive.</returns>
    private async ValueTask<ulong?> FillAsync(RunLocation run, Memory<byte> window)
    {
        if (await files.BorrowAsync(run.File) is not var (file, salt))
        {
            return null;
        }

        try
        {
            var read = await file.ReadAsync(run.Offset, window);
            if (read < window.Length)
            {
                throw Damaged(file, run.Offset + read, "the file ends before the records that were written to it.");
            }

            return salt;
        }
        finally
        {
            await files.ReturnAsync(run.File);
        }
    }

    private void Load(
        JournalBatch batch, in RunKeys opening, Memory<byte> window, long windowOffset, in RunLocation run, int partition, long fromSequence)
    {
        var bytes = window.Slice((int)(run.Offset - windowOffset), run.Length);
        if (batch.Load(bytes, opening, run, partition, fromSequence) is { } problem)
        {
            throw new StorageDamageException(new StorageDamage(files.PathOf(run.File), run.Offset, problem, StorageDamage.RestoreAdvice));
        }
    }

    private static StorageDamageException Damaged(IDiskFile file, long offset, string found)
        => new(new StorageDamage(file.Path, offset, found, StorageDamage.RestoreAdvice));
}
