using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Publishing;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>A tenant's risk configurations and lists. A change holds for the very next payment. Key: the tenant.</summary>
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

    /// <summary>Adds a configuration, which gets an id and its times here. It decides the very next payment.</summary>
    /// <returns>The configuration; or what is wrong with it (JSON pointers below what was sent), or with publishing it.</returns>
    [Alias("Create")]
    Task<Result<RiskConfiguration>> Create(SentConfiguration sent);

    /// <summary>Replaces a configuration; its id, its author, the time of its creation, and the secrets for which a mask was sent, stay.</summary>
    /// <returns>The configuration; or <c>CONFIGURATION_UNKNOWN</c>, <c>CONFIGURATION_CHANGED</c>, or as <see cref="Create"/>.</returns>
    [Alias("Replace")]
    Task<Result<RiskConfiguration>> Replace(Guid id, SentConfiguration sent);

    /// <summary>Deletes a configuration.</summary>
    /// <param name="id">The configuration.</param>
    /// <param name="tag">As <see cref="SentConfiguration.Tag"/>.</param>
    /// <returns>The configuration as it was; or <c>CONFIGURATION_UNKNOWN</c>, <c>CONFIGURATION_CHANGED</c>, or what is wrong with publishing it.</returns>
    [Alias("Delete")]
    Task<Result<RiskConfiguration>> Delete(Guid id, string? tag);

    /// <summary>Publishes a whole policy file.</summary>
    /// <param name="policyFile">The file, UTF-8 JSON.</param>
    /// <returns>As <see cref="IPolicyGrain.Publish"/>.</returns>
    [Alias("Import")]
    Task<Result<PublishedPolicy>> Import(ReadOnlyMemory<byte> policyFile);
}
