using System.Text.Json;
using GraphQL.Server.Errors;
using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Values;

/// <summary>Brings the variables of a request into the types that its operation gives them (<c>CoerceVariableValues</c> of the specification).</summary>
internal static class VariableCoercion
{
    private const int MaxErrors = 50;

    /// <summary>The variables, or what is wrong with them.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="source">The document, for places.</param>
    /// <param name="operation">The operation, which is valid.</param>
    /// <param name="given">What was sent: an object, or nothing.</param>
    /// <param name="errors">What is wrong; empty where nothing is.</param>
    public static VariableValues Coerce(Schema schema, SourceText source, OperationSyntax operation, JsonElement given, out List<GraphQLError> errors)
    {
        errors = [];
        if (operation.Variables.Length == 0)
        {
            return VariableValues.None;
        }

        var values = new VariableValues();
        foreach (var variable in operation.Variables)
        {
            List<InputIssue> issues = [];
            var name = variable.Variable.Name.Value;
            Coerce(values, name, variable, schema.Resolve(variable.Type)!, Given(given, name), issues);
            foreach (var issue in issues)
            {
                if (errors.Count == MaxErrors)
                {
                    errors.Add(GraphQLError.Of("Too many errors processing variables, error limit reached. Execution aborted."));
                    return values;
                }

                errors.Add(new GraphQLError($"Variable \"${name}\" has invalid value{InputPath.Describe(issue.Path)}: {issue.Message}", [source.LocationOf(variable.Start)]));
            }
        }

        return values;
    }

    private static JsonElement? Given(JsonElement given, string name)
        => given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) ? value : null;

    private static void Coerce(
        VariableValues values, string name, VariableDefinitionSyntax variable, GraphType type, JsonElement? given, List<InputIssue> issues)
    {
        if (given is { } json)
        {
            values.Set(name, new JsonCoercion(issues).Coerce(json, type, null), json);
        }
        else if (variable.Default is not null)
        {
            values.Set(name, new LiteralCoercion(issues, VariableValues.None).Coerce(variable.Default, type, null), null);
        }
        else if (type is NonNullType)
        {
            issues.Add(new InputIssue($"Expected a value of non-null type \"{type}\" to be provided.", -1, null));
        }
    }
}
