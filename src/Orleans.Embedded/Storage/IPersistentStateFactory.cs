namespace Orleans.Runtime;

/// <summary>Makes the states that constructors ask for.</summary>
public interface IPersistentStateFactory
{
    /// <summary>Makes a state of <paramref name="context"/>, to be read while it activates.</summary>
    /// <exception cref="Orleans.Storage.BadProviderConfigException">No store has the name that <paramref name="config"/> gives.</exception>
    IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration config);
}
