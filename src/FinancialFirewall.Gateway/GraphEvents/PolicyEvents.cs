using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Feeds;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>Toggles and configurations that are new, different or gone, read off the policy versions: each once every partition decides by it.</summary>
internal sealed class PolicyEvents(PolicyFeed feed) : IGraphFields
{
    /// <summary>Room for the changes of one version in the number of a cursor.</summary>
    private const long Places = 1 << 20;

    public void Bind(GraphRoots roots)
    {
        roots.Events("Subscription.toggleChanged", call => FollowAsync(call, "toggles", static version => PolicyChanges.OfToggles(version)));
        roots.Events("Subscription.configurationChanged", call => FollowAsync(call, "configurations", static version => PolicyChanges.OfConfigurations(version)));
        BindType<Toggle>(roots.Types, "ToggleEvent", "toggle");
        BindType<RiskConfiguration>(roots.Types, "ConfigurationEvent", "configuration");
    }

    private static void BindType<T>(ResolverMap map, string name, string member) => map.Type<PolicyEvent<T>>(name, type => type
        .Field("cursor", static it => it.Cursor)
        .Field("change", static it => it.Kind)
        .Field("policyVersion", static it => it.Version.Version)
        .Field("publishedAt", static it => it.Version.PublishedAt)
        .Field(member, static it => it.Item));

    private async IAsyncEnumerable<object> FollowAsync<T>(GraphCall call, string list, Func<PolicyVersion, IReadOnlyList<(ChangeKind Kind, T Item)>> changes)
    {
        var start = await StartAsync(call, list);
        if (!start.IsSuccess)
        {
            yield return GraphRefusals.Of(start.Errors);
            yield break;
        }

        var (first, seen) = ((int)(start.Value / Places), (int)(start.Value % Places));
        await foreach (var version in feed.ReadAsync(call.Tenant, Math.Max(1, first), call.Cancellation))
        {
            var made = changes(version);
            for (var i = version.Version == first ? seen : 0; i < made.Count; i++)
            {
                var cursor = OffsetCursor.Write($"{list}/{call.Tenant.Name}", (version.Version * Places) + i + 1);
                yield return new PolicyEvent<T>(cursor, made[i].Kind, version, made[i].Item!);
            }
        }
    }

    /// <summary>The version to begin with, and how many of its changes were seen, as one number.</summary>
    private async ValueTask<Result<long>> StartAsync(GraphCall call, string list)
    {
        var held = await feed.GetHeldAsync(call.Tenant);
        if (call.Get<string>("after") is not { } cursor)
        {
            return (held + 1) * Places;
        }

        var place = OffsetCursor.Read($"{list}/{call.Tenant.Name}", cursor);
        return place.IsSuccess && place.Value / Places > held ? FeedErrors.Ahead(cursor) : place;
    }
}
