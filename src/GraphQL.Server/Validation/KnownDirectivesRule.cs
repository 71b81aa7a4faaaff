using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.7.1 and §5.7.2: directives exist and stand where they may.</summary>
internal sealed class KnownDirectivesRule : ValidationRule
{
    public override void Directives(ValidationContext context, DirectiveSyntax[] directives, string location)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.Directive(name) is not { } known)
            {
                context.Report(nameof(KnownDirectivesRule), $"Unknown directive \"@{name}\".", directive.Start);
            }
            else if (!known.Locations.Contains(location, StringComparer.Ordinal))
            {
                context.Report(nameof(KnownDirectivesRule), $"Directive \"@{name}\" may not be used on {location}.", directive.Start);
            }
        }
    }
}
