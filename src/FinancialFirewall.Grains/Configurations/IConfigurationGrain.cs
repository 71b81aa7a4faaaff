using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Publishing;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>A tenant's risk configurations and lists. Key: the tenant.</summary>
[Alias("ff.IConfigurationGrain")]
public interface IConfigurationGrain : IGrainWithStringKey
{
    /// <summary>The configurations of the policy in force, in the order of its file.</summary>
    [AlwaysInterleave, Alias("List")]
    Task<IReadOnlyList<RiskConfiguration>> List();

    /// <summary>The lists of the policy in force, in the order of its file.</summary>
    [AlwaysInterleave, Alias("ListLists")]
    Task<IReadOnlyList<ListDefinition>> ListLists();

    /// <summary>Which configuration applies to a context, and why the others do not.</summary>
    [AlwaysInterleave, Alias("Select")]
    Task<ConfigurationSelection> Select(ConfigurationContext context);

    /// <summary>Publishes a whole policy file.</summary>
    /// <param name="policyFile">The file, UTF-8 JSON.</param>
    /// <returns>As <see cref="IPolicyGrain.Publish"/>.</returns>
    [Alias("Import")]
    Task<Result<PublishedPolicy>> Import(ReadOnlyMemory<byte> policyFile);
}
