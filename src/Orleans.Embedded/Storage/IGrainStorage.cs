using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A store of grain states. An implementation is called for many grains at once, for one grain one call at a time.</summary>
public interface IGrainStorage
{
    /// <summary>Reads a record into <paramref name="grainState"/>; where there is none, <c>RecordExists</c> is false and the state a new one.</summary>
    /// <typeparam name="T">The state.</typeparam>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Writes a record and gives <paramref name="grainState"/> its new ETag.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <exception cref="InconsistentStateException">The record's ETag is not that of <paramref name="grainState"/>.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Removes a record.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <exception cref="InconsistentStateException">The record's ETag is not that of <paramref name="grainState"/>.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);
}
