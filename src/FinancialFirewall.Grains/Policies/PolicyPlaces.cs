using System.Collections.Concurrent;
using System.Collections.Immutable;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Grains.Policies;

/// <summary>
/// Records name configurations and factors by their places in the policy version that decided. This finds the places of an id or a name in all versions
/// of a tenant.
/// </summary>
public sealed class PolicyPlaces(PolicyCatalog catalog, PolicyStore store)
{
    /// <summary>The most versions whose names are kept at once, over all tenants.</summary>
    public const int MaximumKept = 16_384;

    private readonly ConcurrentDictionary<(TenantId Tenant, int Version), ImmutableArray<ConfigurationNames>> kept = new();

    /// <summary>Where the configuration of an id stands, version by version; empty where there never was one.</summary>
    public async ValueTask<IReadOnlyList<ConfigurationPlace>> FindConfigurationAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        var places = new List<ConfigurationPlace>();
        await foreach (var (version, configurations) in ReadAsync(tenant, cancellationToken))
        {
            for (var i = 0; i < configurations.Length; i++)
            {
                if (configurations[i].Id == id)
                {
                    places.Add(new(version, (short)i));
                }
            }
        }

        return places;
    }

    /// <summary>Where the factors of a name stand, in every configuration of every version; empty where there never was one.</summary>
    public async ValueTask<IReadOnlyList<FactorPlace>> FindFactorAsync(TenantId tenant, string name, CancellationToken cancellationToken)
    {
        var places = new List<FactorPlace>();
        await foreach (var (version, configurations) in ReadAsync(tenant, cancellationToken))
        {
            for (var i = 0; i < configurations.Length; i++)
            {
                var factor = configurations[i].Factors.IndexOf(name, StringComparer.Ordinal);
                if (factor >= 0)
                {
                    places.Add(new(version, (short)i, (byte)factor));
                }
            }
        }

        return places;
    }

    /// <summary>The name of the factor at a place.</summary>
    public async ValueTask<string> FindNameAsync(TenantId tenant, FactorPlace place) => (await ReadAsync(tenant, place.PolicyVersion))[place.Configuration].Factors[place.Factor];

    private async IAsyncEnumerable<(int Version, ImmutableArray<ConfigurationNames> Configurations)> ReadAsync(
        TenantId tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = await store.GetCommittedVersionAsync(tenant) ?? 0;
        for (var version = 1; version <= last; version++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (version, await ReadAsync(tenant, version));
        }
    }

    private async ValueTask<ImmutableArray<ConfigurationNames>> ReadAsync(TenantId tenant, int version)
    {
        if (kept.TryGetValue((tenant, version), out var names))
        {
            return names;
        }

        var shared = await store.FindSharedAsync(tenant, version) ?? version;
        if (shared != version)
        {
            // What lists hold changes often, and names nothing: such versions share the names of the one whose document they have.
            return Keep(tenant, version, await ReadAsync(tenant, shared));
        }

        var policy = await catalog.GetAsync(tenant, version);
        return Keep(tenant, version, [.. policy.Document.Configurations.Select((configuration, index) => new ConfigurationNames(
            configuration.Id, [.. policy.FactorsAt(index).Select(static factor => factor.Name)]))]);
    }

    private ImmutableArray<ConfigurationNames> Keep(TenantId tenant, int version, ImmutableArray<ConfigurationNames> names)
    {
        if (kept.Count >= MaximumKept)
        {
            kept.Clear();
        }

        kept[(tenant, version)] = names;
        return names;
    }

    private sealed record ConfigurationNames(Guid Id, ImmutableArray<string> Factors);
}
