namespace GraphQL.Server.Language;

/// <summary>An interface.</summary>
internal sealed class InterfaceTypeSyntax : FieldsTypeSyntax
{
    public override string KindName => "interface";
}
