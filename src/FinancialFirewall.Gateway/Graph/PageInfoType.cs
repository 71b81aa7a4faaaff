using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>The fields of <see cref="PageInfo"/>.</summary>
internal static class PageInfoType
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map) => map.Type<PageInfo>("PageInfo", static type => type
        .Field("hasNextPage", static info => info.HasNextPage)
        .Field("hasPreviousPage", static info => info.HasPreviousPage)
        .Field("startCursor", static info => info.StartCursor)
        .Field("endCursor", static info => info.EndCursor));
}
