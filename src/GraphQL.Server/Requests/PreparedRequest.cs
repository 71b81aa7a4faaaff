using GraphQL.Server.Errors;
using GraphQL.Server.Language;
using GraphQL.Server.Values;

namespace GraphQL.Server.Requests;

/// <summary>A request that was looked at.</summary>
public sealed class PreparedRequest
{
    internal PreparedRequest(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    /// <summary>Why it is not executed; empty where it can be.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether its document is one that can be executed, whatever its variables are.</summary>
    public bool HasValidDocument { get; internal init; }

    /// <summary>Whether it changes something.</summary>
    public bool IsMutation => Operation?.Syntax.Kind == OperationKind.Mutation;

    /// <summary>Whether it is answered again and again.</summary>
    public bool IsSubscription => Operation?.Syntax.Kind == OperationKind.Subscription;

    internal PreparedOperation? Operation { get; init; }

    internal VariableValues Variables { get; init; } = VariableValues.None;

    internal SourceText? Source { get; init; }

    internal Caller? Caller { get; init; }

    /// <summary>The variables on which an answer to an event depends (<see cref="EventSelection"/>); null where each subscription is answered for itself.</summary>
    internal string? ShareVariables { get; init; }
}
