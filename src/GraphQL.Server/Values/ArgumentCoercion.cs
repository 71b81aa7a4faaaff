using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Values;

/// <summary>Brings the arguments of a field into their types (<c>CoerceArgumentValues</c> of the specification).</summary>
internal static class ArgumentCoercion
{
    public static InputObject Coerce(
        IReadOnlyList<InputValueDefinition> definitions, ArgumentSyntax[] given, VariableValues variables, List<InputIssue> issues)
    {
        if (definitions.Count == 0)
        {
            return InputObject.Empty;
        }

        var arguments = new InputObject();
        foreach (var definition in definitions)
        {
            var literal = Array.Find(given, argument => string.Equals(argument.Name.Value, definition.Name, StringComparison.Ordinal))?.Value;
            var isMissing = literal is null
                || (literal is VariableSyntax variable && !definition.IsRequired && !variables.TryGet(variable.Name.Value, out _));
            if (!isMissing)
            {
                Coerce(definition, literal!, variables, arguments, issues);
            }
            else if (LiteralCoercion.TryDefault(definition, out var standard))
            {
                arguments[definition.Name] = standard;
            }
            else if (definition.IsRequired)
            {
                issues.Add(new InputIssue($"Argument \"{definition}\" of required type \"{definition.Type}\" was not provided.", -1, null));
            }
        }

        return arguments;
    }

    private static void Coerce(
        InputValueDefinition definition, ValueSyntax literal, VariableValues variables, InputObject arguments, List<InputIssue> issues)
    {
        List<InputIssue> found = [];
        arguments[definition.Name] = new LiteralCoercion(found, variables).Coerce(literal, definition.Type, null);
        foreach (var issue in found)
        {
            issues.Add(issue with { Message = $"Argument \"{definition}\" has invalid value{InputPath.Describe(issue.Path)}: {issue.Message}" });
        }
    }
}
