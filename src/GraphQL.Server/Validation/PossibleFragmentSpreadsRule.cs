using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.2.3: a value can be of both the type around a fragment and the fragment's own.</summary>
internal sealed class PossibleFragmentSpreadsRule : ValidationRule
{
    public override void InlineFragment(ValidationContext context, InlineFragmentSyntax fragment, CompositeType? parent)
    {
        if (parent is not null && fragment.TypeCondition is { } condition && context.Condition(condition) is { } type && !type.Overlaps(parent))
        {
            context.Report(
                nameof(PossibleFragmentSpreadsRule),
                $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                fragment.Start);
        }
    }

    public override void Spread(ValidationContext context, FragmentSpreadSyntax spread, CompositeType? parent)
    {
        if (parent is not null
            && context.Fragment(spread.Name.Value) is { } fragment
            && context.Condition(fragment.TypeCondition) is { } type
            && !type.Overlaps(parent))
        {
            context.Report(
                nameof(PossibleFragmentSpreadsRule),
                $"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                spread.Start);
        }
    }
}
