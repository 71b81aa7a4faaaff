using System.Globalization;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>
/// Keeps reminders in a grain store: in 64 records, so that one change rewrites a small part of all. One process at a time may use
/// a store's reminders.
/// </summary>
internal sealed class GrainStorageReminderTable : IReminderTable
{
    private const int BucketCount = 64;
    private const string StateName = "reminders";

    private readonly IGrainStorage storage;
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, BucketCount).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly GrainState<ReminderBucket>?[] buckets = new GrainState<ReminderBucket>?[BucketCount];

    public GrainStorageReminderTable(IGrainStorage storage) => this.storage = storage;

    public async Task<IReadOnlyList<ReminderEntry>> ReadRows()
    {
        var all = new List<ReminderEntry>();
        for (var bucket = 0; bucket < BucketCount; bucket++)
        {
            all.AddRange(await Use(bucket, record => Task.FromResult(record.State.Rows.ConvertAll(row => row.ToEntry()))));
        }

        return all;
    }

    public async Task<IReadOnlyList<ReminderEntry>> ReadRows(GrainId grainId) => await Use(BucketOf(grainId), record
        => Task.FromResult(record.State.Rows.FindAll(row => row.Is(grainId, row.Name)).ConvertAll(row => row.ToEntry())));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => Use(BucketOf(grainId), record
        => Task.FromResult(record.State.Rows.Find(row => row.Is(grainId, reminderName))?.ToEntry()));

    public Task<string> UpsertRow(ReminderEntry entry)
    {
        var bucket = BucketOf(entry.GrainId);
        return Use(bucket, async record =>
        {
            var eTag = (++record.State.Version).ToString(CultureInfo.InvariantCulture);
            record.State.Rows.RemoveAll(row => row.Is(entry.GrainId, entry.ReminderName));
            record.State.Rows.Add(ReminderRow.Of(entry, eTag));
            record.State.Rows.Sort(Compare);
            await storage.WriteStateAsync(StateName, IdOf(bucket), record);
            return eTag;
        });
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var bucket = BucketOf(grainId);
        return Use(bucket, async record =>
        {
            if (record.State.Rows.RemoveAll(row => row.Is(grainId, reminderName) && string.Equals(row.ETag, eTag, StringComparison.Ordinal)) == 0)
            {
                return false;
            }

            record.State.Version++;
            await storage.WriteStateAsync(StateName, IdOf(bucket), record);
            return true;
        });
    }

    private static int Compare(ReminderRow left, ReminderRow right)
    {
        var byGrain = string.CompareOrdinal(left.GrainId, right.GrainId);
        return byGrain != 0 ? byGrain : string.CompareOrdinal(left.Name, right.Name);
    }

    private static GrainId IdOf(int bucket) => GrainId.Create("sys.reminders", bucket.ToString(CultureInfo.InvariantCulture));

    /// <summary>FNV-1a, which is the same in every process: where a reminder is kept must not change.</summary>
    private static int BucketOf(GrainId grainId)
    {
        var hash = 2166136261u;
        foreach (var character in grainId.ToString())
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)(hash % BucketCount);
    }

    private async Task<TResult> Use<TResult>(int bucket, Func<GrainState<ReminderBucket>, Task<TResult>> act)
    {
        await turns[bucket].WaitAsync();
        try
        {
            if (buckets[bucket] is not { } record)
            {
                record = new GrainState<ReminderBucket>(new ReminderBucket());
                await storage.ReadStateAsync(StateName, IdOf(bucket), record);
                buckets[bucket] = record;
            }

            return await act(record);
        }
        catch
        {
            // What is in memory may not be what is stored: the next use reads it again.
            buckets[bucket] = null;
            throw;
        }
        finally
        {
            turns[bucket].Release();
        }
    }
}
