using GraphQL.Server.Errors;

namespace GraphQL.Server.Execution;

/// <summary>What went wrong with fields of a response.</summary>
internal sealed class FieldErrors(SourceText source)
{
    /// <summary>The most errors of one response; fields that fail after them are null all the same.</summary>
    private const int MaxErrors = 1_000;

    private readonly List<GraphQLError> errors = [];

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>Puts null into a place, and says why.</summary>
    public void Add(ResponseNode node, int slot, PlannedField field, string message, IReadOnlyDictionary<string, object?>? extensions = null, int position = -1)
    {
        if (errors.Count < MaxErrors)
        {
            var places = position < 0 ? field.Syntax.Select(syntax => syntax.Start) : [position];
            errors.Add(new GraphQLError(message, [.. places.Select(source.LocationOf)], node.Path(slot), extensions));
        }

        node.SetNull(slot);
    }
}
