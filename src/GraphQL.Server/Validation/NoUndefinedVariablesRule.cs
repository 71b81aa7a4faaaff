using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.8.3: the variables that an operation uses are defined.</summary>
internal sealed class NoUndefinedVariablesRule : ValidationRule
{
    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var use in context.Uses.Variables(operation).Where(use => !defined.Contains(use.Variable.Name.Value)))
        {
            var by = operation.Name is { } name ? $" by operation \"{name}\"" : "";
            context.Report(
                nameof(NoUndefinedVariablesRule), $"Variable \"${use.Variable.Name}\" is not defined{by}.", use.Variable.Start, operation.Start);
        }
    }
}
