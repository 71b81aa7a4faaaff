using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Storage;

namespace Orleans.Runtime;

internal sealed class PersistentStateFactory : IPersistentStateFactory
{
    public IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration config)
    {
        var activation = (Activation)context;
        var name = config.StorageName ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
        var store = activation.ActivationServices.GetKeyedService<IGrainStorage>(name)
            ?? throw new BadProviderConfigException($"No grain storage named '{name}' was added, which the state '{config.StateName}' of grain {context.GrainId} asks for.");
        var state = new PersistentState<TState>(config.StateName, activation, store);
        activation.BeforeActivate(state.ReadStateAsync);
        return state;
    }
}
