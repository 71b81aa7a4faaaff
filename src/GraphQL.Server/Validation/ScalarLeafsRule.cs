using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>§5.3.3: what has fields is asked for some of them, and what has none is not.</summary>
internal sealed class ScalarLeafsRule : ValidationRule
{
    public override void Field(ValidationContext context, FieldSyntax field, CompositeType? parent, FieldDefinition? definition)
    {
        if (definition is null)
        {
            return;
        }

        var isComposite = definition.Type.Named is CompositeType;
        if (isComposite && field.SelectionSet is null)
        {
            context.Report(
                nameof(ScalarLeafsRule),
                $"Field \"{field.Name}\" of type \"{definition.Type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?",
                field.Start);
        }
        else if (!isComposite && field.SelectionSet is not null)
        {
            context.Report(
                nameof(ScalarLeafsRule),
                $"Field \"{field.Name}\" must not have a selection since type \"{definition.Type}\" has no subfields.",
                field.SelectionSet.Start);
        }
    }
}
