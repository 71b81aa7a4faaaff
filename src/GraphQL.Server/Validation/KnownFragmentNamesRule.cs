using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.2.1: the fragments that are spread exist.</summary>
internal sealed class KnownFragmentNamesRule : ValidationRule
{
    public override void Spread(ValidationContext context, FragmentSpreadSyntax spread, CompositeType? parent)
    {
        if (context.Fragment(spread.Name.Value) is null)
        {
            context.Report(nameof(KnownFragmentNamesRule), $"Unknown fragment \"{spread.Name}\".", spread.Name.Start);
        }
    }
}
