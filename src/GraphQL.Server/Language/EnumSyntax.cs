namespace GraphQL.Server.Language;

/// <summary>A value of an enum.</summary>
internal sealed class EnumSyntax : ValueSyntax
{
    public required string Value { get; init; }
}
