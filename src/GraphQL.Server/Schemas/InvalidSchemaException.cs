using GraphQL.Server.Errors;

namespace GraphQL.Server.Schemas;

/// <summary>A schema that the server cannot start with.</summary>
public sealed class InvalidSchemaException : Exception
{
    /// <summary>Says all that is wrong, with an excerpt for each place.</summary>
    public InvalidSchemaException(SourceText source, IReadOnlyList<GraphQLError> errors)
        : base(string.Join("\n\n", errors.Select(error => error.Describe(source)))) => Errors = errors;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
