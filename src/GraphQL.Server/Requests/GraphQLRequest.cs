using System.Text.Json;

namespace GraphQL.Server.Requests;

/// <summary>What a client asks, however it came.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document; null where a hash stands for it.</summary>
    public string? Query { get; init; }

    /// <summary>Which operation of the document; null where it has one alone.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: an object, or nothing.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The SHA-256 of the document in lower-case hexadecimal, where the client sends one.</summary>
    public string? Sha256Hash { get; init; }
}
