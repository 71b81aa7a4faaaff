namespace GraphQL.Server.Language;

/// <summary>A value as it is written.</summary>
internal abstract class ValueSyntax : SyntaxNode
{
    public override string ToString() => SyntaxPrinter.Print(this);
}
