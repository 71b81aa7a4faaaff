namespace GraphQL.Server.Language;

/// <summary>A type as it is written.</summary>
internal abstract class TypeSyntax : SyntaxNode
{
    /// <summary>The named type inside all lists and exclamation marks.</summary>
    public NamedTypeSyntax Named => this switch
    {
        ListTypeSyntax list => list.Item.Named,
        NonNullTypeSyntax nonNull => nonNull.Nullable.Named,
        _ => (NamedTypeSyntax)this,
    };
}
