using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.2.3.1: an operation without a name is alone.</summary>
internal sealed class LoneAnonymousOperationRule : ValidationRule
{
    private int operations;

    public override void Document(ValidationContext context) => operations = context.Document.Definitions.OfType<OperationSyntax>().Count();

    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        if (operation.Name is null && operations > 1)
        {
            context.Report(nameof(LoneAnonymousOperationRule), "This anonymous operation must be the only defined operation.", operation.Start);
        }
    }
}
