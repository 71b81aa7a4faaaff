using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.8.2: variables have types that can be sent.</summary>
internal sealed class VariablesAreInputTypesRule : ValidationRule
{
    public override void Variable(ValidationContext context, VariableDefinitionSyntax variable)
    {
        if (context.Schema.Resolve(variable.Type) is { IsInput: false })
        {
            context.Report(
                nameof(VariablesAreInputTypesRule),
                $"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{variable.Type}\".",
                variable.Type.Start);
        }
    }
}
