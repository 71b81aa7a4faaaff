namespace GraphQL.Server.Language;

/// <summary>A list of values.</summary>
internal sealed class ListSyntax : ValueSyntax
{
    public required ValueSyntax[] Values { get; init; }
}
