using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Validation;

/// <summary>§5.4.1: fields and directives have the arguments that they are given.</summary>
internal sealed class KnownArgumentNamesRule : ValidationRule
{
    public override void Field(ValidationContext context, FieldSyntax field, CompositeType? parent, FieldDefinition? definition)
    {
        if (definition is not null)
        {
            Check(context, field.Arguments, definition.Arguments, $"field \"{definition}\"");
        }
    }

    public override void Directives(ValidationContext context, DirectiveSyntax[] directives, string location)
    {
        foreach (var directive in directives)
        {
            if (context.Schema.Directive(directive.Name.Value) is { } known)
            {
                Check(context, directive.Arguments, known.Arguments, $"directive \"{known}\"");
            }
        }
    }

    private static void Check(ValidationContext context, ArgumentSyntax[] arguments, IReadOnlyList<InputValueDefinition> known, string owner)
    {
        foreach (var argument in arguments)
        {
            var name = argument.Name.Value;
            if (!known.Any(input => string.Equals(input.Name, name, StringComparison.Ordinal)))
            {
                var suggestion = Suggestions.For(name, known.Select(input => input.Name));
                context.Report(nameof(KnownArgumentNamesRule), $"Unknown argument \"{name}\" on {owner}.{suggestion}", argument.Start);
            }
        }
    }
}
