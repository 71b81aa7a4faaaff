namespace GraphQL.Server.Language;

/// <summary>A type that is never null.</summary>
internal sealed class NonNullTypeSyntax : TypeSyntax
{
    public required TypeSyntax Nullable { get; init; }

    public override string ToString() => $"{Nullable}!";
}
