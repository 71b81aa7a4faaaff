using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>Puts the firewall into a host.</summary>
public static class FirewallHostExtensions
{
    /// <summary>About how long a key that was revoked on the leader is still let in by a follower, whose grains learn of changes only when they are activated anew.</summary>
    private static readonly TimeSpan MaximumKnowledge = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Adds the storage and the grains. The storage is recovered before any service that is added later starts; a data directory that cannot be used
    /// stops the start with a <see cref="StartRefusedException"/>.
    /// </summary>
    public static IHostApplicationBuilder AddFirewall(this IHostApplicationBuilder builder, FirewallOptions options)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<ISecretSource, SystemSecretSource>();
        builder.Services.AddSingleton(options).AddSingleton<FirewallStatus>().AddHostedService<StorageService>();
        if (options.IsFollower)
        {
            builder.Services.Configure<GrainCollectionOptions>(static collection
                => (collection.CollectionQuantum, collection.CollectionAge) = (MaximumKnowledge, MaximumKnowledge));
        }

        return builder.UseOrleans(static silo => silo.AddFirewallGrains());
    }
}
