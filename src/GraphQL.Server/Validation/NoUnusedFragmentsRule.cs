using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.1.4: every fragment is used by an operation.</summary>
internal sealed class NoUnusedFragmentsRule : ValidationRule
{
    public override void Document(ValidationContext context)
    {
        var used = context.Document.Definitions.OfType<OperationSyntax>()
            .SelectMany(context.Uses.Reached)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in context.Document.Definitions.OfType<FragmentSyntax>().Where(fragment => !used.Contains(fragment.Name.Value)))
        {
            context.Report(nameof(NoUnusedFragmentsRule), $"Fragment \"{fragment.Name}\" is never used.", fragment.Start);
        }
    }
}
