using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.2.2.1: no two operations have one name.</summary>
internal sealed class UniqueOperationNamesRule : ValidationRule
{
    private readonly Dictionary<string, Name> known = new(StringComparer.Ordinal);

    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        if (operation.Name is { } name && !known.TryAdd(name.Value, name))
        {
            context.Report(
                nameof(UniqueOperationNamesRule), $"There can be only one operation named \"{name}\".", known[name.Value].Start, name.Start);
        }
    }
}
