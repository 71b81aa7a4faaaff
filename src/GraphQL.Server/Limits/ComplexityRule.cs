using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Limits;

/// <summary>
/// What an operation costs. A field costs 1 and what it selects; a schema says otherwise with
/// <c>directive @cost(complexity: Int! = 1, multipliers: [String!]) on FIELD_DEFINITION</c>: the field costs its complexity, and what it selects is counted as
/// often as each of the arguments that are named as multipliers says. Fragments are counted wherever they are spread, each looked at once.
/// </summary>
internal sealed class ComplexityRule(Schema schema, IReadOnlyDictionary<string, FragmentSyntax> fragments, VariableValues variables)
{
    /// <summary>Where counting stops, far above every limit.</summary>
    private const long Most = 1_000_000_000;

    private readonly Dictionary<string, long> fragmentCosts = new(StringComparer.Ordinal);

    public long Cost(OperationSyntax operation) => Cost(operation.SelectionSet, schema.Root(operation.Kind));

    private static long Multiplier(FieldDefinition definition, AppliedDirective? cost, InputObject arguments)
    {
        long product = 1;
        foreach (var name in (cost?.Arguments.GetValueOrDefault("multipliers") as List<object?>)?.OfType<string>() ?? [])
        {
            product = definition.Argument(name) is not null && arguments.Members.GetValueOrDefault(name) is int times
                ? Math.Min(Most, product * Math.Max(times, 0))
                : product;
        }

        return product;
    }

    private long Cost(SelectionSetSyntax selectionSet, CompositeType? parent)
    {
        long sum = 0;
        foreach (var selection in selectionSet.Selections)
        {
            sum = Math.Min(Most, sum + selection switch
            {
                FieldSyntax field => Cost(field, parent),
                InlineFragmentSyntax inline => Cost(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.Type(condition.Name) as CompositeType : parent),
                FragmentSpreadSyntax spread => Cost(spread.Name.Value),
                _ => 0,
            });
        }

        return sum;
    }

    private long Cost(string fragmentName)
    {
        if (!fragmentCosts.TryGetValue(fragmentName, out var cost))
        {
            var fragment = fragments[fragmentName];
            cost = fragmentCosts[fragmentName] = Cost(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Name) as CompositeType);
        }

        return cost;
    }

    private long Cost(FieldSyntax field, CompositeType? parent)
    {
        if (parent is null || schema.Field(parent, field.Name.Value) is not { } definition)
        {
            return 1;
        }

        var cost = definition.Directives.FirstOrDefault(directive => directive.Name is "cost");
        var own = cost?.Arguments.GetValueOrDefault("complexity") is long complexity ? Math.Clamp(complexity, 0, Most) : 1;
        if (field.SelectionSet is null)
        {
            return own;
        }

        var inner = Cost(field.SelectionSet, definition.Type.Named as CompositeType);
        var arguments = cost is null ? InputObject.Empty : ArgumentCoercion.Coerce(definition.Arguments, field.Arguments, variables, []);
        return Math.Min(Most, own + (Math.Min(Most, inner) * Math.Min(Most, Multiplier(definition, cost, arguments))));
    }
}
