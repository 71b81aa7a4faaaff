using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>§5.4.3: fields and directives are given the arguments that they need.</summary>
internal sealed class ProvidedRequiredArgumentsRule : ValidationRule
{
    public override void Field(ValidationContext context, FieldSyntax field, CompositeType? parent, FieldDefinition? definition)
    {
        if (definition is not null)
        {
            Check(context, field.Arguments, definition.Arguments, field.Start);
        }
    }

    public override void Directives(ValidationContext context, DirectiveSyntax[] directives, string location)
    {
        foreach (var directive in directives)
        {
            if (context.Schema.Directive(directive.Name.Value) is { } known)
            {
                Check(context, directive.Arguments, known.Arguments, directive.Start);
            }
        }
    }

    private static void Check(ValidationContext context, ArgumentSyntax[] given, IReadOnlyList<InputValueDefinition> known, int position)
    {
        foreach (var input in known)
        {
            if (input.IsRequired && !Array.Exists(given, argument => string.Equals(argument.Name.Value, input.Name, StringComparison.Ordinal)))
            {
                context.Report(
                    nameof(ProvidedRequiredArgumentsRule),
                    $"Argument \"{input}\" of type \"{input.Type}\" is required, but it was not provided.",
                    position);
            }
        }
    }
}
