using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Microsoft.Extensions.Hosting;

/// <summary>Gives a host a grain runtime, which starts and stops with it.</summary>
public static class OrleansSiloGenericHostExtensions
{
    /// <summary>Gives a host a grain runtime.</summary>
    public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
    {
        SiloServices.Add(hostAppBuilder.Services);
        configureDelegate(new SiloBuilder(hostAppBuilder.Services, hostAppBuilder.Configuration));
        hostAppBuilder.Services.AddHostedService<SiloHostedService>();
        return hostAppBuilder;
    }

    /// <summary>Gives a host a grain runtime.</summary>
    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<ISiloBuilder> configureDelegate)
        => hostBuilder.UseOrleans((_, builder) => configureDelegate(builder));

    /// <summary>Gives a host a grain runtime.</summary>
    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<HostBuilderContext, ISiloBuilder> configureDelegate)
        => hostBuilder.ConfigureServices((context, services) =>
        {
            SiloServices.Add(services);
            configureDelegate(context, new SiloBuilder(services, context.Configuration));
            services.AddHostedService<SiloHostedService>();
        });
}
