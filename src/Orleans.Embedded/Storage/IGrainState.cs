namespace Orleans;

/// <summary>One record of a store as a grain holds it.</summary>
/// <typeparam name="T">The state.</typeparam>
public interface IGrainState<T>
{
    /// <summary>The state in memory.</summary>
    T State { get; set; }

    /// <summary>Which version of the record this is; null for a record that was never written. Opaque.</summary>
    string? ETag { get; set; }

    /// <summary>Whether the store has the record.</summary>
    bool RecordExists { get; set; }
}
