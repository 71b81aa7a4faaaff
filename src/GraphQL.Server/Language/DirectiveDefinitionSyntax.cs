namespace GraphQL.Server.Language;

/// <summary>A directive as it is defined.</summary>
internal sealed class DirectiveDefinitionSyntax : TypeSystemSyntax
{
    public required Name Name { get; init; }

    public InputValueSyntax[] Arguments { get; init; } = [];

    public bool IsRepeatable { get; init; }

    public required Name[] Locations { get; init; }
}
