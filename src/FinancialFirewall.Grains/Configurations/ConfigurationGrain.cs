using System.Globalization;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Publishing;
using Orleans;

namespace FinancialFirewall.Grains.Configurations;

/// <inheritdoc cref="IConfigurationGrain"/>
/// <remarks>What is published is part of the policy: this grain reads it there and publishes each change, so that there is one truth.</remarks>
public sealed class ConfigurationGrain(TimeProvider time) : Grain, IConfigurationGrain
{
    private PolicyEditor? editor;

    private IPolicyGrain Policy => GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());

    private PolicyEditor Editor => editor ??= new(Policy);

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RiskConfiguration>> List() => (await Editor.ReadAsync())?.Document.Configurations ?? [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListDefinition>> ListLists() => (await Editor.ReadAsync())?.Document.Lists ?? [];

    /// <inheritdoc/>
    public async Task<ConfigurationSelection> Select(ConfigurationContext context) => ConfigurationSelector.Select(await List(), context);

    /// <inheritdoc/>
    public Task<Result<RiskConfiguration>> Create(SentConfiguration sent)
        => Editor.ChangeAsync(policy => ConfigurationEdits.Create(policy.Document, sent.Configuration, NextId(policy.Version), Now));

    /// <inheritdoc/>
    public Task<Result<RiskConfiguration>> Replace(Guid id, SentConfiguration sent)
        => Editor.ChangeAsync(policy => ConfigurationEdits.Replace(policy.Document, id, sent, Now));

    /// <inheritdoc/>
    public Task<Result<RiskConfiguration>> Delete(Guid id, string? tag) => Editor.ChangeAsync(policy => ConfigurationEdits.Delete(policy.Document, id, tag));

    /// <inheritdoc/>
    public Task<Result<PublishedPolicy>> Import(ReadOnlyMemory<byte> policyFile) => Policy.Publish(new PolicyChange(policyFile));

    private Guid NextId(int version) => PolicyIds.Next(this.GetPrimaryKeyString(), string.Create(CultureInfo.InvariantCulture, $"configuration {version}"), Now);
}
