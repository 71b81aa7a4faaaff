using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>§5.2.4.1: a subscription selects exactly one field, whatever its variables are.</summary>
internal sealed class SingleFieldSubscriptionsRule : ValidationRule
{
    public override void EnterOperation(ValidationContext context, OperationSyntax operation)
    {
        if (operation.Kind != OperationKind.Subscription || context.Schema.Subscription is not { } root)
        {
            return;
        }

        var subject = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var fields = new RootFields(context, root);
        fields.Collect(operation.SelectionSet);
        if (fields.Conditions.Count > 0)
        {
            Report(context, $"{subject} must not use `@skip` or `@include` directives in the top level selection.", fields.Conditions);
            return;
        }

        if (fields.Groups.Count == 0)
        {
            Report(context, $"{subject} must select one top level field.", [operation.SelectionSet.Start]);
        }
        else if (fields.Groups.Count > 1)
        {
            Report(context, $"{subject} must select only one top level field.", fields.Groups.Skip(1).SelectMany(group => group.Value).Select(field => field.Start));
        }

        foreach (var (_, group) in fields.Groups)
        {
            if (group[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Report(context, $"{subject} must not select an introspection top level field.", group.Select(field => field.Start));
            }
        }
    }

    private static void Report(ValidationContext context, string message, IEnumerable<int> positions)
        => context.Report(nameof(SingleFieldSubscriptionsRule), message, positions);

    /// <summary>The fields at the top, by their names in the response, and the directives that could leave them out.</summary>
    private sealed class RootFields(ValidationContext context, ObjectType root)
    {
        private readonly HashSet<string> visited = new(StringComparer.Ordinal);

        public OrderedDictionary<string, List<FieldSyntax>> Groups { get; } = new(StringComparer.Ordinal);

        public List<int> Conditions { get; } = [];

        public void Collect(SelectionSetSyntax selectionSet)
        {
            foreach (var selection in selectionSet.Selections)
            {
                var condition = Array.Find(selection.Directives, directive => directive.Name.Value is "skip")
                    ?? Array.Find(selection.Directives, directive => directive.Name.Value is "include");
                if (condition is not null)
                {
                    Conditions.Add(condition.Start);
                    continue;
                }

                Collect(selection);
            }
        }

        private void Collect(SelectionSyntax selection)
        {
            switch (selection)
            {
                case FieldSyntax field when Groups.TryGetValue(field.ResponseName, out var group):
                    group.Add(field);
                    break;
                case FieldSyntax field:
                    Groups[field.ResponseName] = [field];
                    break;
                case InlineFragmentSyntax inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                    Collect(inline.SelectionSet);
                    break;
                case FragmentSpreadSyntax spread when context.Fragment(spread.Name.Value) is { } fragment
                    && Applies(fragment.TypeCondition) && visited.Add(spread.Name.Value):
                    Collect(fragment.SelectionSet);
                    break;
            }
        }

        private bool Applies(NamedTypeSyntax condition) => context.Condition(condition) is { } type && type.PossibleTypeSet.Contains(root);
    }
}
