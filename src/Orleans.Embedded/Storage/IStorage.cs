namespace Orleans.Core;

/// <summary>A grain's state and its record.</summary>
public interface IStorage
{
    /// <summary>Which version of the record this is; null for a record that was never written.</summary>
    string? Etag { get; }

    /// <summary>Whether the store has the record.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record and starts again with a new state.</summary>
    Task ClearStateAsync();

    /// <summary>Writes the state.</summary>
    /// <exception cref="Orleans.Storage.InconsistentStateException">The record was changed by someone else meanwhile.</exception>
    Task WriteStateAsync();

    /// <summary>Replaces the state in memory by that of the record.</summary>
    Task ReadStateAsync();
}
