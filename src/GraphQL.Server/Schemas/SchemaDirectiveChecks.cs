using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Schemas;

/// <summary>Directives of a schema exist, stand where they may and as often as they may, and have the arguments that they need.</summary>
internal sealed class SchemaDirectiveChecks
{
    private readonly List<TypeSystemSyntax> definitions;
    private readonly SchemaFindings findings;
    private readonly Dictionary<string, DirectiveDefinitionSyntax> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, DirectiveSyntax>> seenOnTypes = new(StringComparer.Ordinal);

    public SchemaDirectiveChecks(List<TypeSystemSyntax> definitions, SchemaFindings findings)
    {
        this.definitions = definitions;
        this.findings = findings;
        foreach (var directive in IntrospectionSchema.Definitions.Concat(definitions).OfType<DirectiveDefinitionSyntax>())
        {
            known[directive.Name.Value] = directive;
        }
    }

    public void Check()
    {
        foreach (var definition in definitions)
        {
            switch (definition)
            {
                case DirectiveDefinitionSyntax directive:
                    Check(directive.Arguments, "ARGUMENT_DEFINITION");
                    break;
                case FieldsTypeSyntax type:
                    Check(definition, type.Name.Value);
                    foreach (var field in type.Fields)
                    {
                        Check(field.Directives, "FIELD_DEFINITION", NewSeen());
                        Check(field.Arguments, "ARGUMENT_DEFINITION");
                    }

                    break;
                case EnumTypeSyntax type:
                    Check(definition, type.Name.Value);
                    foreach (var value in type.Values)
                    {
                        Check(value.Directives, "ENUM_VALUE", NewSeen());
                    }

                    break;
                case InputObjectTypeSyntax type:
                    Check(definition, type.Name.Value);
                    Check(type.Fields, "INPUT_FIELD_DEFINITION");
                    break;
                default:
                    Check(definition, (definition as TypeDefinitionSyntax)?.Name.Value ?? "");
                    break;
            }
        }
    }

    private static Dictionary<string, DirectiveSyntax> NewSeen() => new(StringComparer.Ordinal);

    private void Check(TypeSystemSyntax definition, string name)
    {
        if (!seenOnTypes.TryGetValue(name, out var seen))
        {
            seenOnTypes[name] = seen = NewSeen();
        }

        Check(definition.Directives, DirectiveLocations.Of(definition), seen);
    }

    private void Check(InputValueSyntax[] inputs, string location)
    {
        foreach (var input in inputs)
        {
            Check(input.Directives, location, NewSeen());
            if (input.Default is not null)
            {
                UniqueFields(input.Default);
            }
        }
    }

    private void Check(DirectiveSyntax[] directives, string location, Dictionary<string, DirectiveSyntax> seen)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            Arguments(directive);
            if (!known.TryGetValue(name, out var definition))
            {
                findings.Report($"Unknown directive \"@{name}\".", directive.Start);
                continue;
            }

            if (!Array.Exists(definition.Locations, allowed => string.Equals(allowed.Value, location, StringComparison.Ordinal)))
            {
                findings.Report($"Directive \"@{name}\" may not be used on {location}.", directive.Start);
            }

            if (!definition.IsRepeatable && !seen.TryAdd(name, directive))
            {
                findings.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name].Start, directive.Start);
            }

            Arguments(directive, definition);
        }
    }

    private void Arguments(DirectiveSyntax directive)
    {
        foreach (var same in directive.Arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            findings.Report($"There can be only one argument named \"{same.Key}\".", same.Select(argument => argument.Name.Start));
        }

        foreach (var argument in directive.Arguments)
        {
            UniqueFields(argument.Value);
        }
    }

    private void Arguments(DirectiveSyntax directive, DirectiveDefinitionSyntax definition)
    {
        var names = definition.Arguments.Select(argument => argument.Name.Value).ToList();
        foreach (var argument in directive.Arguments.Where(argument => !names.Contains(argument.Name.Value)))
        {
            findings.Report(
                $"Unknown argument \"{argument.Name}\" on directive \"@{definition.Name}\".{Suggestions.For(argument.Name.Value, names)}", argument.Start);
        }

        foreach (var missing in definition.Arguments.Where(argument
            => argument is { Type: NonNullTypeSyntax, Default: null } && directive.Argument(argument.Name.Value) is null))
        {
            findings.Report(
                $"Argument \"@{definition.Name}({missing.Name}:)\" of type \"{missing.Type}\" is required, but it was not provided.", directive.Start);
        }
    }

    private void UniqueFields(ValueSyntax value)
    {
        switch (value)
        {
            case ListSyntax list:
                Array.ForEach(list.Values, UniqueFields);
                break;
            case ObjectSyntax literal:
                var names = new Dictionary<string, Name>(StringComparer.Ordinal);
                foreach (var field in literal.Fields)
                {
                    if (!names.TryAdd(field.Name.Value, field.Name))
                    {
                        findings.Report($"There can be only one input field named \"{field.Name}\".", names[field.Name.Value].Start, field.Name.Start);
                    }

                    UniqueFields(field.Value);
                }

                break;
        }
    }
}
