using System.Globalization;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Publishing;
using GraphQL.Server.Binding;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>The policy in force.</summary>
internal sealed class PolicyFields(PolicyPublisher publisher, PolicyNodes nodes) : IGraphFields
{
    private const int MaximumSize = 1_000;

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.policy", FindAsync);
        var map = roots.Types;
        map.Type<PolicyNode>("Policy", static type => type
            .Field("version", static policy => policy.Published.Version)
            .Field("hash", static policy => policy.Published.Hash)
            .Field("publishedAt", static policy => policy.Published.PublishedAt)
            .Field("warnings", static policy => policy.Published.Warnings)
            .Field("baseCurrency", static policy => policy.Document.BaseCurrency)
            .Field("ratesAsOf", static policy => policy.Document.RatesAsOf)
            .Field("rates", static policy => policy.Document.Rates)
            .Field("configurations", static policy => policy.Document.Configurations)
            .Field("lists", static policy => policy.Lists));
        map.Type<KeyValuePair<string, decimal>>("Rate", static type => type.Field("currency", static rate => rate.Key).Field("rate", static rate => rate.Value));
        ConfigurationType.Bind(map);
        BindLists(map);
    }

    private static void BindLists(ResolverMap map)
    {
        map.Type<ListNode>("RiskList", static type => type
            .Field("name", static list => list.Definition.Name)
            .Field("kind", static list => list.Definition.Kind)
            .Field("mandatory", static list => list.Definition.Mandatory)
            .Field("member", static list => list.Definition.Member is { } member ? PaymentMemberTable.Name(member) : null)
            .Field("entryCount", static list => list.EntryCount)
            .Field("entries", EntriesOf));
        map.Type<ListEntry>("ListEntry", static type => type
            .Field("value", static entry => entry.Value)
            .Field("expiresAt", static entry => entry.ExpiresAt)
            .Field("reason", static entry => entry.Reason));
    }

    private static object? EntriesOf(ListNode list, InputObject arguments)
    {
        var (first, skip) = (arguments.Get<int>("first"), arguments.Get<int>("skip"));
        return first is < 1 or > MaximumSize || skip < 0
            ? GraphRefusals.Of(RequestErrors.MemberInvalid(
                skip < 0 ? "skip" : "first",
                (skip < 0 ? skip : first).ToString(CultureInfo.InvariantCulture),
                skip < 0 ? "as 0 or more" : $"as a whole number from 1 to {MaximumSize}"))
            : list.Entries.Skip(skip).Take(first);
    }

    private async Task<object?> FindAsync(GraphCall call)
    {
        var published = await publisher.GetPublishedAsync(call.Tenant, call.Cancellation);
        return published is null ? null : await nodes.OfAsync(call.Tenant, published);
    }
}
