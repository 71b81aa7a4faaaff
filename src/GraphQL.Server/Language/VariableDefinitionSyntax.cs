namespace GraphQL.Server.Language;

/// <summary>A variable of an operation.</summary>
internal sealed class VariableDefinitionSyntax : SyntaxNode
{
    public StringSyntax? Description { get; init; }

    public required VariableSyntax Variable { get; init; }

    public required TypeSyntax Type { get; init; }

    public ValueSyntax? Default { get; init; }

    public DirectiveSyntax[] Directives { get; init; } = [];
}
