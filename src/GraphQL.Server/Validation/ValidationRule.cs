using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>One rule that documents have to keep (section 5 of the specification). A rule sees a document once, in its order; an instance serves one document.</summary>
internal abstract class ValidationRule
{
    /// <summary>The document begins.</summary>
    public virtual void Document(ValidationContext context)
    {
    }

    public virtual void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
    }

    public virtual void EnterFragment(ValidationContext context, FragmentSyntax fragment)
    {
    }

    public virtual void Variable(ValidationContext context, VariableDefinitionSyntax variable)
    {
    }

    /// <summary>A field that is selected.</summary>
    /// <param name="context">The document, and where to report.</param>
    /// <param name="field">The field.</param>
    /// <param name="parent">The type that it is selected on; null where it is unknown.</param>
    /// <param name="definition">What it means; null where that is unknown.</param>
    public virtual void Field(ValidationContext context, FieldSyntax field, CompositeType? parent, FieldDefinition? definition)
    {
    }

    public virtual void Spread(ValidationContext context, FragmentSpreadSyntax spread, CompositeType? parent)
    {
    }

    public virtual void InlineFragment(ValidationContext context, InlineFragmentSyntax fragment, CompositeType? parent)
    {
    }

    /// <summary>The directives of one thing.</summary>
    public virtual void Directives(ValidationContext context, DirectiveSyntax[] directives, string location)
    {
    }

    /// <summary>A named type where a document refers to one.</summary>
    public virtual void TypeReference(ValidationContext context, NamedTypeSyntax type)
    {
    }

    /// <summary>The arguments of a field or a directive.</summary>
    public virtual void Arguments(ValidationContext context, ArgumentSyntax[] arguments)
    {
    }

    /// <summary>A literal at a place whose type is known.</summary>
    public virtual void Value(ValidationContext context, ValueSyntax value, GraphType type)
    {
    }

    /// <summary>An input object, at whatever place.</summary>
    public virtual void Object(ValidationContext context, ObjectSyntax value)
    {
    }
}
