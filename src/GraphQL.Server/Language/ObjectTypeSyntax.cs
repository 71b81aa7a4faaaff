namespace GraphQL.Server.Language;

/// <summary>An object type.</summary>
internal sealed class ObjectTypeSyntax : FieldsTypeSyntax
{
    public override string KindName => "object";
}
