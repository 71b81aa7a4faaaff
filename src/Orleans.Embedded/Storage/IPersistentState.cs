using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A state that a grain's constructor asks for with <see cref="PersistentStateAttribute"/>; it is read before <see cref="Grain.OnActivateAsync"/>.</summary>
/// <typeparam name="TState">The state.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;
