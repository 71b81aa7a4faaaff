namespace GraphQL.Server.Language;

/// <summary>A variable where it is used.</summary>
internal sealed class VariableSyntax : ValueSyntax
{
    public required Name Name { get; init; }
}
