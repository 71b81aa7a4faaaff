using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Validation;

/// <summary>§5.6.1 to §5.6.4: literals fit the types of their places.</summary>
internal sealed class ValuesOfCorrectTypeRule : ValidationRule
{
    private readonly List<InputIssue> issues = [];

    public override void Value(ValidationContext context, ValueSyntax value, GraphType type)
    {
        new LiteralCoercion(issues, null).Coerce(value, type, null);
        foreach (var issue in issues)
        {
            context.Report(nameof(ValuesOfCorrectTypeRule), issue.Message, issue.Position);
        }

        issues.Clear();
    }
}
