namespace GraphQL.Server.Language;

/// <summary>A list of something.</summary>
internal sealed class ListTypeSyntax : TypeSyntax
{
    public required TypeSyntax Item { get; init; }

    public override string ToString() => $"[{Item}]";
}
