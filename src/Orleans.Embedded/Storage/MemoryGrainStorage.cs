using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// Keeps records in memory, as JSON: what was not written is not there, as with any other store. One instance may serve several
/// runtimes one after another, which is how a test restarts one.
/// </summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string StateName, GrainId GrainId), MemoryRecord> records = new();
    private readonly MemoryGrainStorageOptions options;

    /// <summary>An empty store with the usual options.</summary>
    public MemoryGrainStorage()
        : this(new MemoryGrainStorageOptions())
    {
    }

    /// <summary>An empty store.</summary>
    public MemoryGrainStorage(MemoryGrainStorageOptions options) => this.options = options;

    /// <summary>How many records there are.</summary>
    public int Count => records.Count;

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (records.TryGetValue((stateName, grainId), out var record))
        {
            grainState.State = JsonSerializer.Deserialize<T>(record.Content, options.SerializerOptions)!;
            grainState.ETag = Text(record.Version);
            grainState.RecordExists = true;
        }
        else
        {
            grainState.State = NewState<T>();
            grainState.ETag = null;
            grainState.RecordExists = false;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        var content = JsonSerializer.SerializeToUtf8Bytes(grainState.State, options.SerializerOptions);
        var stored = records.GetValueOrDefault(key);
        RequireCurrent(key, stored, grainState.ETag);
        var next = new MemoryRecord((stored?.Version ?? 0) + 1, content);
        if (stored is null ? !TryAdd(key, next) : !records.TryUpdate(key, next, stored))
        {
            RequireCurrent(key, records.GetValueOrDefault(key), grainState.ETag);
        }

        grainState.ETag = Text(next.Version);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (records.TryGetValue(key, out var stored))
        {
            RequireCurrent(key, stored, grainState.ETag);
            if (!records.TryRemove(KeyValuePair.Create(key, stored)))
            {
                RequireCurrent(key, records.GetValueOrDefault(key), grainState.ETag);
            }
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static T NewState<T>() => typeof(T).IsValueType ? default! : Activator.CreateInstance<T>();

    private static void RequireCurrent((string StateName, GrainId GrainId) key, MemoryRecord? stored, string? eTag)
    {
        var current = stored is null ? null : Text(stored.Version);
        if (!string.Equals(current, eTag, StringComparison.Ordinal))
        {
            throw new InconsistentStateException($"The state '{key.StateName}' of grain {key.GrainId} was changed by someone else since it was read.", current, eTag);
        }
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private bool TryAdd((string StateName, GrainId GrainId) key, MemoryRecord record)
    {
        if (records.Count >= options.MaximumRecords)
        {
            throw new LimitExceededException(nameof(options.MaximumRecords), records.Count, options.MaximumRecords, key.GrainId);
        }

        return records.TryAdd(key, record);
    }
}
