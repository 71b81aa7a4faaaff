using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>Stands between a grain and its record, and tells failures of the store from those of the grain.</summary>
internal sealed class PersistentState<TState>(string name, Activation activation, IGrainStorage store) : IPersistentState<TState>
{
    private GrainState<TState>? record;

    public string? Etag => Record.ETag;

    public bool RecordExists => Record.RecordExists;

    public TState State
    {
        get => Record.State;
        set => Record.State = value;
    }

    private GrainState<TState> Record => record ??= new GrainState<TState>(NewState());

    public async Task ReadStateAsync()
    {
        try
        {
            await store.ReadStateAsync(name, activation.GrainId, Record);
        }
        catch (Exception exception)
        {
            throw Tell(exception, nameof(ReadStateAsync));
        }
    }

    public async Task WriteStateAsync()
    {
        try
        {
            await store.WriteStateAsync(name, activation.GrainId, Record);
        }
        catch (Exception exception)
        {
            throw Tell(exception, nameof(WriteStateAsync));
        }
    }

    public async Task ClearStateAsync()
    {
        try
        {
            await store.ClearStateAsync(name, activation.GrainId, Record);
            Record.State = NewState();
        }
        catch (Exception exception)
        {
            throw Tell(exception, nameof(ClearStateAsync));
        }
    }

    private OrleansException Tell(Exception exception, string operation)
    {
        if (exception is InconsistentStateException inconsistent)
        {
            inconsistent.Source ??= name;
            inconsistent.Activation = activation;
        }

        if (exception is OrleansException)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return new OrleansException($"The store {store.GetType().Name} failed in {operation} of the state '{name}' of grain {activation.GrainId}: {exception.Message}", exception);
    }

    private TState NewState()
        => typeof(TState).IsValueType ? default! : ActivatorUtilities.CreateInstance<TState>(activation.ActivationServices);
}
