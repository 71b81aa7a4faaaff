using GraphQL.Server.Errors;

namespace GraphQL.Server.Execution;

/// <summary>The answer to a request.</summary>
public sealed class ExecutionResult
{
    /// <summary>What went wrong; empty where nothing did.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; init; } = [];

    /// <summary>Whether the operation was executed at all. Only then there is data, which can be null.</summary>
    public bool HasData { get; init; }

    internal ObjectNode? Data { get; init; }

    /// <summary>The answer as it is written, where many are given it; null where it is written for one.</summary>
    internal byte[]? Encoded { get; init; }

    /// <summary>The answer to a request that is not executed.</summary>
    public static ExecutionResult Refused(params IReadOnlyList<GraphQLError> errors) => new() { Errors = errors };
}
