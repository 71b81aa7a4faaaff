using GraphQL.Server.Language;
using GraphQL.Server.Values;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.1.2: the types of fragments and variables exist.</summary>
internal sealed class KnownTypeNamesRule : ValidationRule
{
    private HashSet<string>? defined;

    public override void Document(ValidationContext context)
        => defined = context.Document.Definitions.OfType<TypeDefinitionSyntax>().Where(type => !type.IsExtension).Select(type => type.Name.Value).ToHashSet(StringComparer.Ordinal);

    public override void TypeReference(ValidationContext context, NamedTypeSyntax type)
    {
        if (context.Schema.Type(type.Name) is null && !defined!.Contains(type.Name))
        {
            var names = context.Schema.Types.Select(known => known.Name).Concat(defined).Distinct(StringComparer.Ordinal);
            context.Report(nameof(KnownTypeNamesRule), $"Unknown type \"{type.Name}\".{Suggestions.For(type.Name, names)}", type.Start);
        }
    }
}
