using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.8.4: the variables that an operation defines are used.</summary>
internal sealed class NoUnusedVariablesRule : ValidationRule
{
    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        if (operation.Variables.Length == 0)
        {
            return;
        }

        var used = context.Uses.Variables(operation).Select(use => use.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.Variables.Where(variable => !used.Contains(variable.Variable.Name.Value)))
        {
            var by = operation.Name is { } name ? $" in operation \"{name}\"" : "";
            context.Report(nameof(NoUnusedVariablesRule), $"Variable \"${variable.Variable.Name}\" is never used{by}.", variable.Start);
        }
    }
}
