using GraphQL.Server.Errors;
using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>A document against a schema: what rules ask about it, and where they report.</summary>
internal sealed class ValidationContext
{
    private readonly int maxErrors;
    private readonly List<ValidationError> errors = [];

    public ValidationContext(Schema schema, DocumentSyntax document, int maxErrors)
    {
        this.maxErrors = maxErrors;
        Schema = schema;
        Document = document;
        foreach (var fragment in document.Definitions.OfType<FragmentSyntax>())
        {
            Fragments[fragment.Name.Value] = fragment;
        }

        Uses = new DocumentUses(this);
    }

    public Schema Schema { get; }

    public DocumentSyntax Document { get; }

    /// <summary>The fragments by name; the last of those that share one.</summary>
    public Dictionary<string, FragmentSyntax> Fragments { get; } = new(StringComparer.Ordinal);

    public DocumentUses Uses { get; }

    public IReadOnlyList<ValidationError> Errors => errors;

    /// <summary>Whether so much is wrong that looking further is a waste.</summary>
    public bool IsFull => errors.Count > maxErrors;

    public FragmentSyntax? Fragment(string name) => Fragments.GetValueOrDefault(name);

    /// <summary>The type that a fragment is on; null where it is unknown or has no fields.</summary>
    public CompositeType? Condition(NamedTypeSyntax condition) => Schema.Type(condition.Name) as CompositeType;

    public void Report(string rule, string message, params IEnumerable<int> positions)
    {
        if (errors.Count < maxErrors)
        {
            errors.Add(new ValidationError(rule, new GraphQLError(message, [.. positions.Select(Document.Source.LocationOf)])));
        }
        else if (errors.Count == maxErrors)
        {
            errors.Add(new ValidationError(rule, GraphQLError.Of("Too many validation errors, error limit reached. Validation aborted.")));
        }
    }
}
