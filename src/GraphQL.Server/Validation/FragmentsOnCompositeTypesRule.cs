using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.1.3: fragments are on types that have fields.</summary>
internal sealed class FragmentsOnCompositeTypesRule : ValidationRule
{
    public override void InlineFragment(ValidationContext context, InlineFragmentSyntax fragment, CompositeType? parent)
    {
        if (fragment.TypeCondition is { } condition && context.Schema.Type(condition.Name) is not (null or CompositeType))
        {
            context.Report(
                nameof(FragmentsOnCompositeTypesRule), $"Fragment cannot condition on non composite type \"{condition}\".", condition.Start);
        }
    }

    public override void EnterFragment(ValidationContext context, FragmentSyntax fragment)
    {
        var condition = fragment.TypeCondition;
        if (context.Schema.Type(condition.Name) is not (null or CompositeType))
        {
            context.Report(
                nameof(FragmentsOnCompositeTypesRule),
                $"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{condition}\".",
                condition.Start);
        }
    }
}
