using GraphQL.Server.Language;

namespace GraphQL.Server.Limits;

/// <summary>How much a document asks for, as its text alone says. Each selection set is looked at once.</summary>
internal sealed class DocumentMeasure
{
    private readonly Dictionary<string, FragmentSyntax> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> fragmentDepths = new(StringComparer.Ordinal);

    private DocumentMeasure(DocumentSyntax document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentSyntax>())
        {
            fragments[fragment.Name.Value] = fragment;
        }

        foreach (var definition in document.Definitions)
        {
            Directives += definition.Directives.Length;
            switch (definition)
            {
                case OperationSyntax operation:
                    Operations++;
                    Directives += operation.Variables.Sum(variable => variable.Directives.Length);
                    Depth = Math.Max(Depth, Measure(operation.SelectionSet));
                    break;
                case FragmentSyntax fragment:
                    FragmentDepth(fragment.Name.Value);
                    break;
            }
        }
    }

    /// <summary>How deep fields are nested, with fragments put in their places; a fragment inside itself counts once.</summary>
    public int Depth { get; }

    public int Aliases { get; private set; }

    public int Directives { get; private set; }

    public int Operations { get; }

    /// <summary>Whether it asks for the schema.</summary>
    public bool UsesIntrospection { get; private set; }

    public static DocumentMeasure Of(DocumentSyntax document) => new(document);

    /// <summary>Which limit is exceeded, as a sentence; null where none is.</summary>
    public string? Exceeds(DocumentLimits limits)
    {
        if (Depth > limits.MaxDepth)
        {
            return $"The document nests fields {Depth} levels deep; {limits.MaxDepth} are allowed.";
        }

        if (Aliases > limits.MaxAliases)
        {
            return $"The document has {Aliases} aliases; {limits.MaxAliases} are allowed.";
        }

        if (Directives > limits.MaxDirectives)
        {
            return $"The document has {Directives} directives; {limits.MaxDirectives} are allowed.";
        }

        return Operations > limits.MaxOperations ? $"The document has {Operations} operations; {limits.MaxOperations} are allowed." : null;
    }

    private int FragmentDepth(string name)
    {
        if (fragmentDepths.TryGetValue(name, out var depth) || !fragments.TryGetValue(name, out var fragment))
        {
            return depth;
        }

        fragmentDepths[name] = 0;
        return fragmentDepths[name] = Measure(fragment.SelectionSet);
    }

    private int Measure(SelectionSetSyntax selectionSet)
    {
        var deepest = 0;
        foreach (var selection in selectionSet.Selections)
        {
            Directives += selection.Directives.Length;
            deepest = Math.Max(deepest, selection switch
            {
                FieldSyntax field => Measure(field),
                InlineFragmentSyntax inline => Measure(inline.SelectionSet),
                FragmentSpreadSyntax spread => FragmentDepth(spread.Name.Value),
                _ => 0,
            });
        }

        return deepest;
    }

    private int Measure(FieldSyntax field)
    {
        Aliases += field.Alias is null ? 0 : 1;
        UsesIntrospection |= field.Name.Value is "__schema" or "__type";
        return 1 + (field.SelectionSet is null ? 0 : Measure(field.SelectionSet));
    }
}
