using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>Which fragments and variables the parts of a document use. Each part is looked at once.</summary>
internal sealed class DocumentUses(ValidationContext context)
{
    private readonly Dictionary<DefinitionSyntax, List<VariableUse>> variables = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DefinitionSyntax, List<FragmentSpreadSyntax>> spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationSyntax, List<FragmentSyntax>> reached = new(ReferenceEqualityComparer.Instance);

    /// <summary>The spreads in an operation or a fragment itself, in their order.</summary>
    public List<FragmentSpreadSyntax> Spreads(DefinitionSyntax definition) => spreads.GetValueOrDefault(definition) ?? [];

    /// <summary>The fragments that an operation reaches through spreads, each once.</summary>
    public List<FragmentSyntax> Reached(OperationSyntax operation)
    {
        if (reached.TryGetValue(operation, out var found))
        {
            return found;
        }

        found = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<DefinitionSyntax>([operation]);
        while (open.TryPop(out var definition))
        {
            foreach (var spread in Spreads(definition))
            {
                if (seen.Add(spread.Name.Value) && context.Fragment(spread.Name.Value) is { } fragment)
                {
                    found.Add(fragment);
                    open.Push(fragment);
                }
            }
        }

        return reached[operation] = found;
    }

    /// <summary>The variables that an operation uses, in itself and in the fragments that it reaches.</summary>
    public IEnumerable<VariableUse> Variables(OperationSyntax operation)
        => Reached(operation).Prepend<DefinitionSyntax>(operation).SelectMany(definition => variables.GetValueOrDefault(definition) ?? []);

    public void Add(DefinitionSyntax definition, FragmentSpreadSyntax spread) => ListOf(spreads, definition).Add(spread);

    public void Add(DefinitionSyntax definition, VariableUse use) => ListOf(variables, definition).Add(use);

    private static List<T> ListOf<T>(Dictionary<DefinitionSyntax, List<T>> lists, DefinitionSyntax definition)
    {
        if (!lists.TryGetValue(definition, out var list))
        {
            lists[definition] = list = [];
        }

        return list;
    }
}
