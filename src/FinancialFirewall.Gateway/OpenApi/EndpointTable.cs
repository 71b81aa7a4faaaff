using FinancialFirewall.Gateway.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FinancialFirewall.Gateway.OpenApi;

/// <summary>The endpoints that are mapped behind <see cref="CallerFilter"/>, by method and path as OpenAPI writes it.</summary>
internal sealed class EndpointTable
{
    /// <summary>Stands for every method.</summary>
    public const string AnyMethod = "";

    private readonly Dictionary<(string Method, string Path), AccessDemand> demands = [];

    /// <summary>The endpoints among these that say who may ask them, but for the files of pages: no others are for clients.</summary>
    public EndpointTable(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<AccessDemand>() is { } demand && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [AnyMethod])
                {
                    demands.Add((method, PathOf(endpoint.RoutePattern)), demand);
                }
            }
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<(string Method, string Path)> All => demands.Keys;

    /// <summary>What an endpoint demands; null where there is none.</summary>
    public AccessDemand? Find(string method, string path)
        => demands.GetValueOrDefault((method, path)) ?? demands.GetValueOrDefault((AnyMethod, path));

    private static string PathOf(RoutePattern pattern)
        => "/" + string.Join('/', pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(Spell))));

    private static string Spell(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.PartKind, "A path consists of literals, separators and parameters."),
    };
}
