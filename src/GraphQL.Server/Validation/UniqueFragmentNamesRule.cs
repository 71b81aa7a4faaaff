using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.1.1: no two fragments have one name.</summary>
internal sealed class UniqueFragmentNamesRule : ValidationRule
{
    private readonly Dictionary<string, Name> known = new(StringComparer.Ordinal);

    public override void EnterFragment(ValidationContext context, FragmentSyntax fragment)
    {
        var name = fragment.Name;
        if (!known.TryAdd(name.Value, name))
        {
            context.Report(nameof(UniqueFragmentNamesRule), $"There can be only one fragment named \"{name}\".", known[name.Value].Start, name.Start);
        }
    }
}
