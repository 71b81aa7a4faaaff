using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.7.3: a directive that cannot be repeated is not.</summary>
internal sealed class UniqueDirectivesPerLocationRule : ValidationRule
{
    public override void Directives(ValidationContext context, DirectiveSyntax[] directives, string location)
    {
        if (directives.Length < 2)
        {
            return;
        }

        var known = new Dictionary<string, DirectiveSyntax>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.Directive(name) is { IsRepeatable: false } && !known.TryAdd(name, directive))
            {
                context.Report(
                    nameof(UniqueDirectivesPerLocationRule),
                    $"The directive \"@{name}\" can only be used once at this location.",
                    known[name].Start,
                    directive.Start);
            }
        }
    }
}
