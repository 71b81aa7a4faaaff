namespace Orleans.Core;

/// <summary>A grain's state and its record.</summary>
/// <typeparam name="TState">The state.</typeparam>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory; a new one where the store has none.</summary>
    TState State { get; set; }
}
