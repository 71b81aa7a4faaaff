namespace Orleans;

/// <summary>One record of a store as a grain holds it.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>A record without a state.</summary>
    public GrainState()
        : this(default!, null)
    {
    }

    /// <summary>A record with a state.</summary>
    public GrainState(T state, string? eTag = null)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc/>
    public T State { get; set; }

    /// <inheritdoc/>
    public string? ETag { get; set; }

    /// <inheritdoc/>
    public bool RecordExists { get; set; }
}
