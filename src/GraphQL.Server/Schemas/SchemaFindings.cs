using GraphQL.Server.Errors;

namespace GraphQL.Server.Schemas;

/// <summary>What is found wrong with a schema.</summary>
internal sealed class SchemaFindings(SourceText source)
{
    private readonly List<GraphQLError> errors = [];

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>Adds one.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="positions">Where; those below zero are of the specification's own definitions and are left out.</param>
    public void Report(string message, params IEnumerable<int> positions)
        => errors.Add(new GraphQLError(message, [.. positions.Where(position => position >= 0).Select(source.LocationOf)]));
}
