namespace GraphQL.Server.Language;

/// <summary>A scalar.</summary>
internal sealed class ScalarTypeSyntax : TypeDefinitionSyntax
{
    public override string KindName => "scalar";
}
