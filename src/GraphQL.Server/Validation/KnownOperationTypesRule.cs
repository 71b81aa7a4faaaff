using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.2.1: the schema has a root type for the operation.</summary>
internal sealed class KnownOperationTypesRule : ValidationRule
{
    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        if (context.Schema.Root(operation.Kind) is null)
        {
            var keyword = OperationSyntax.Keyword(operation.Kind);
            context.Report(nameof(KnownOperationTypesRule), $"The {keyword} operation is not supported by the schema.", operation.Start);
        }
    }
}
