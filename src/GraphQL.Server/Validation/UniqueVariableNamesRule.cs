using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.8.1: no two variables of an operation have one name.</summary>
internal sealed class UniqueVariableNamesRule : ValidationRule
{
    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        foreach (var same in operation.Variables.GroupBy(variable => variable.Variable.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            context.Report(
                nameof(UniqueVariableNamesRule),
                $"There can be only one variable named \"${same.Key}\".",
                same.Select(variable => variable.Variable.Name.Start));
        }
    }
}
