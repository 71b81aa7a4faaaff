namespace GraphQL.Server.Language;

/// <summary>A type with fields that may implement interfaces.</summary>
internal abstract class FieldsTypeSyntax : TypeDefinitionSyntax
{
    public NamedTypeSyntax[] Interfaces { get; init; } = [];

    public FieldDefinitionSyntax[] Fields { get; init; } = [];
}
