using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Publishing;
using Orleans;

namespace FinancialFirewall.Grains.Configurations;

/// <inheritdoc cref="IConfigurationGrain"/>
/// <remarks>What is published is part of the policy: this grain reads it there, so that there is one truth.</remarks>
public sealed class ConfigurationGrain : Grain, IConfigurationGrain
{
    private int version;
    private PolicyDocument? document;

    private IPolicyGrain Policy => GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RiskConfiguration>> List() => (await ReadAsync())?.Configurations ?? [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListDefinition>> ListLists() => (await ReadAsync())?.Lists ?? [];

    /// <inheritdoc/>
    public async Task<ConfigurationSelection> Select(ConfigurationContext context) => ConfigurationSelector.Select(await List(), context);

    /// <inheritdoc/>
    public Task<Result<PublishedPolicy>> Import(ReadOnlyMemory<byte> policyFile) => Policy.Publish(new PolicyChange(policyFile));

    private async Task<PolicyDocument?> ReadAsync()
    {
        var published = await Policy.GetPublished();
        if (published is not null && published.Version != version)
        {
            document = PolicyDocumentReader.Read(published.Document.Span).Value;
            version = published.Version;
        }

        return document;
    }
}
