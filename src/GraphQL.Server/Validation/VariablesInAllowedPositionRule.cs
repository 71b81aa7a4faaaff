using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Validation;

/// <summary>§5.8.5: the type of a variable fits the places where it is used.</summary>
internal sealed class VariablesInAllowedPositionRule : ValidationRule
{
    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        var variables = new Dictionary<string, VariableDefinitionSyntax>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            variables[variable.Variable.Name.Value] = variable;
        }

        foreach (var use in context.Uses.Variables(operation))
        {
            if (use.Type is not null
                && variables.TryGetValue(use.Variable.Name.Value, out var definition)
                && context.Schema.Resolve(definition.Type) is { } type)
            {
                Check(context, use, definition, type);
            }
        }
    }

    private static void Check(ValidationContext context, VariableUse use, VariableDefinitionSyntax definition, GraphType type)
    {
        if (!IsAllowed(use, definition, type))
        {
            context.Report(
                nameof(VariablesInAllowedPositionRule),
                $"Variable \"${use.Variable.Name}\" of type \"{type}\" used in position expecting type \"{use.Type}\".",
                definition.Start,
                use.Variable.Start);
        }

        if (use.OneOf is not null && type is not NonNullType)
        {
            context.Report(
                nameof(VariablesInAllowedPositionRule),
                $"Variable \"${use.Variable.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{use.OneOf}\".",
                definition.Start,
                use.Variable.Start);
        }
    }

    private static bool IsAllowed(VariableUse use, VariableDefinitionSyntax definition, GraphType type)
    {
        if (use.Type is NonNullType strict && type is not NonNullType)
        {
            var hasDefault = use.HasDefault || definition.Default is not (null or NullSyntax);
            return hasDefault && TypeRelations.IsSubType(type, strict.Item);
        }

        return TypeRelations.IsSubType(type, use.Type!);
    }
}
