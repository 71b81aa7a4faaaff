using GraphQL.Server.Execution;

namespace GraphQL.Server.Transport;

/// <summary>An answer that waited.</summary>
/// <param name="Result">The answer; null for a sign of life.</param>
internal readonly record struct QueuedAnswer(ExecutionResult? Result);
