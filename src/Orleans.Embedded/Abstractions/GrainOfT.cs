using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Providers;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The base of grain classes that have one state, kept in the store that <see cref="StorageProviderAttribute"/> names.</summary>
/// <typeparam name="TGrainState">The state.</typeparam>
public abstract class Grain<TGrainState> : Grain
{
    private readonly IStorage<TGrainState>? storage;

    /// <summary>Takes the state from the store; it is read before <see cref="Grain.OnActivateAsync"/>.</summary>
    protected Grain()
    {
        if (GrainContext is Activation activation)
        {
            var provider = Attribute.GetCustomAttribute(GetType(), typeof(StorageProviderAttribute)) as StorageProviderAttribute;
            var facets = activation.ActivationServices.GetRequiredService<IPersistentStateFactory>();
            storage = facets.Create<TGrainState>(activation, new PersistentStateAttribute("state", provider?.ProviderName));
        }
    }

    /// <summary>Takes the state as given, as in a unit test.</summary>
    protected Grain(IStorage<TGrainState> storage) => this.storage = storage;

    /// <summary>The state in memory.</summary>
    protected TGrainState State
    {
        get => Storage.State;
        set => Storage.State = value;
    }

    private IStorage<TGrainState> Storage => storage ?? throw new InvalidOperationException("This grain was made outside the runtime and has no store.");

    /// <summary>Removes the state from the store and starts again with a new one.</summary>
    protected virtual Task ClearStateAsync() => Storage.ClearStateAsync();

    /// <summary>Writes the state to the store.</summary>
    protected virtual Task WriteStateAsync() => Storage.WriteStateAsync();

    /// <summary>Replaces the state in memory by that of the store.</summary>
    protected virtual Task ReadStateAsync() => Storage.ReadStateAsync();
}
