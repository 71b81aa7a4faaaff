namespace GraphQL.Server.Language;

/// <summary>True or false.</summary>
internal sealed class BooleanSyntax : ValueSyntax
{
    public required bool Value { get; init; }
}
