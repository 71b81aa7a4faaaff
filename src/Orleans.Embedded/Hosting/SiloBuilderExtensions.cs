using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Simulation;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>What a grain runtime can be composed of.</summary>
public static class SiloBuilderExtensions
{
    /// <summary>Adds services.</summary>
    public static ISiloBuilder ConfigureServices(this ISiloBuilder builder, Action<IServiceCollection> configureDelegate)
    {
        configureDelegate(builder.Services);
        return builder;
    }

    /// <summary>Sets options.</summary>
    public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, Action<TOptions> configureOptions)
        where TOptions : class
    {
        builder.Services.Configure(configureOptions);
        return builder;
    }

    /// <summary>Looks for grain classes in <paramref name="assembly"/>, and only in assemblies named so.</summary>
    public static ISiloBuilder AddGrainAssembly(this ISiloBuilder builder, Assembly assembly)
    {
        var classes = (GrainClasses)builder.Services.Single(service => service.ServiceType == typeof(GrainClasses)).ImplementationInstance!;
        classes.Add(assembly);
        return builder;
    }

    /// <summary>Runs turns on <paramref name="scheduler"/> instead of the thread pool.</summary>
    public static ISiloBuilder UseTaskScheduler(this ISiloBuilder builder, TaskScheduler scheduler)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(new SiloScheduling(scheduler, SiloScheduling.UsualTurnsPerSlice)));
        return builder;
    }

    /// <summary>Takes the time from <paramref name="time"/> instead of the machine.</summary>
    public static ISiloBuilder UseTimeProvider(this ISiloBuilder builder, TimeProvider time)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(time));
        return builder;
    }

    /// <summary>Runs everything on <paramref name="scheduler"/>, turn by turn, by its clock.</summary>
    public static ISiloBuilder UseDeterministicScheduler(this ISiloBuilder builder, DeterministicScheduler scheduler)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(new SiloScheduling(scheduler, 1)));
        return builder.UseTimeProvider(scheduler.Time);
    }

    /// <summary>Adds a store under <paramref name="name"/>.</summary>
    public static ISiloBuilder AddGrainStorage(this ISiloBuilder builder, string name, IGrainStorage storage)
    {
        builder.Services.AddKeyedSingleton(name, storage);
        return builder;
    }

    /// <summary>Adds a store under <paramref name="name"/>.</summary>
    public static ISiloBuilder AddGrainStorage(this ISiloBuilder builder, string name, Func<IServiceProvider, string, IGrainStorage> factory)
    {
        builder.Services.AddKeyedSingleton(name, (services, key) => factory(services, (string)key));
        return builder;
    }

    /// <summary>Adds a store in memory under <paramref name="name"/>.</summary>
    public static ISiloBuilder AddMemoryGrainStorage(this ISiloBuilder builder, string name)
        => builder.AddMemoryGrainStorage(name, static _ => { });

    /// <summary>Adds a store in memory under <paramref name="name"/>.</summary>
    public static ISiloBuilder AddMemoryGrainStorage(this ISiloBuilder builder, string name, Action<MemoryGrainStorageOptions> configureOptions)
    {
        var options = new MemoryGrainStorageOptions();
        configureOptions(options);
        return builder.AddGrainStorage(name, new MemoryGrainStorage(options));
    }

    /// <summary>Adds a store in memory for states that name none.</summary>
    public static ISiloBuilder AddMemoryGrainStorageAsDefault(this ISiloBuilder builder)
        => builder.AddMemoryGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);

    /// <summary>Keeps reminders in memory.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
        => builder.UseReminderTable(static _ => new GrainStorageReminderTable(new MemoryGrainStorage()));

    /// <summary>Keeps reminders in the store named <paramref name="storageName"/>, so that they outlive the process as it does.</summary>
    public static ISiloBuilder UseGrainStorageReminderService(this ISiloBuilder builder, string storageName)
        => builder.UseReminderTable(services => new GrainStorageReminderTable(services.GetRequiredKeyedService<IGrainStorage>(storageName)));

    /// <summary>Keeps reminders in a table of one's own.</summary>
    public static ISiloBuilder UseReminderTable(this ISiloBuilder builder, Func<IServiceProvider, IReminderTable> factory)
    {
        builder.Services.AddSingleton(factory);
        return builder;
    }

    /// <summary>Adds a filter of incoming calls; filters run in the order they were added.</summary>
    public static ISiloBuilder AddIncomingGrainCallFilter(this ISiloBuilder builder, IIncomingGrainCallFilter filter)
    {
        builder.Services.AddSingleton(filter);
        return builder;
    }

    /// <summary>Adds a filter of incoming calls; filters run in the order they were added.</summary>
    public static ISiloBuilder AddIncomingGrainCallFilter(this ISiloBuilder builder, IncomingGrainCallFilterDelegate filter)
        => builder.AddIncomingGrainCallFilter(new IncomingFilterFunction(filter));

    /// <summary>Adds a filter of incoming calls; filters run in the order they were added.</summary>
    public static ISiloBuilder AddIncomingGrainCallFilter<TImplementation>(this ISiloBuilder builder)
        where TImplementation : class, IIncomingGrainCallFilter
    {
        builder.Services.AddSingleton<IIncomingGrainCallFilter, TImplementation>();
        return builder;
    }

    /// <summary>Adds a filter of outgoing calls; filters run in the order they were added.</summary>
    public static ISiloBuilder AddOutgoingGrainCallFilter(this ISiloBuilder builder, IOutgoingGrainCallFilter filter)
    {
        builder.Services.AddSingleton(filter);
        return builder;
    }

    /// <summary>Adds a filter of outgoing calls; filters run in the order they were added.</summary>
    public static ISiloBuilder AddOutgoingGrainCallFilter(this ISiloBuilder builder, OutgoingGrainCallFilterDelegate filter)
        => builder.AddOutgoingGrainCallFilter(new OutgoingFilterFunction(filter));

    /// <summary>Adds a filter of outgoing calls; filters run in the order they were added.</summary>
    public static ISiloBuilder AddOutgoingGrainCallFilter<TImplementation>(this ISiloBuilder builder)
        where TImplementation : class, IOutgoingGrainCallFilter
    {
        builder.Services.AddSingleton<IOutgoingGrainCallFilter, TImplementation>();
        return builder;
    }
}
