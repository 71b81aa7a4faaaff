using GraphQL.Server.Limits;
using GraphQL.Server.Types;

namespace GraphQL.Server.Requests;

/// <summary>How requests are taken.</summary>
public sealed record EngineOptions
{
    /// <summary>How much one document may ask for.</summary>
    public DocumentLimits Limits { get; init; } = new();

    /// <summary>How long a query or a mutation may take, and a subscription to begin and each of its events to be answered.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most documents that are remembered, parsed and checked.</summary>
    public int MaxDocuments { get; init; } = 1_000;

    /// <summary>Documents by their SHA-256 in lower-case hexadecimal. Where there are any, no other document is taken.</summary>
    public IReadOnlyDictionary<string, string>? RegisteredDocuments { get; init; }

    /// <summary>Is told of resolvers that failed; clients are not told why.</summary>
    public Action<Exception, FieldDefinition> OnFailure { get; init; } = (_, _) => { };
}
