using GraphQL.Server.Errors;
using GraphQL.Server.Language;
using GraphQL.Server.Limits;
using GraphQL.Server.Types;
using GraphQL.Server.Validation;

namespace GraphQL.Server.Requests;

/// <summary>A document, parsed and checked once for all requests that send it.</summary>
internal sealed class PreparedDocument
{
    private PreparedDocument(DocumentSyntax? document, DocumentMeasure? measure, IReadOnlyList<GraphQLError> errors)
    {
        Document = document;
        Measure = measure;
        Errors = errors;
        foreach (var fragment in document?.Definitions.OfType<FragmentSyntax>() ?? [])
        {
            Fragments[fragment.Name.Value] = fragment;
        }

        Operations = [.. (document?.Definitions.OfType<OperationSyntax>() ?? []).Select(operation => new PreparedOperation(operation, this))];
    }

    /// <summary>The document; null where it is none.</summary>
    public DocumentSyntax? Document { get; }

    public DocumentMeasure? Measure { get; }

    /// <summary>What is wrong with it; empty where it can be executed.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    public Dictionary<string, FragmentSyntax> Fragments { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<PreparedOperation> Operations { get; }

    public static PreparedDocument Prepare(string text, Schema schema, DocumentLimits limits)
    {
        if (!DocumentParser.TryParse(new SourceText(text), ParserLimits.Request, out var document, out var syntaxError))
        {
            return new PreparedDocument(null, null, [syntaxError]);
        }

        var measure = DocumentMeasure.Of(document);
        return measure.Exceeds(limits) is { } exceeded
            ? new PreparedDocument(document, measure, [GraphQLError.Of(exceeded, ErrorCodes.TooComplex)])
            : new PreparedDocument(document, measure, [.. DocumentValidator.Validate(schema, document).Select(error => error.Error)]);
    }

    /// <summary>The operation that a request means; null where it means none or several, with what is wrong.</summary>
    public PreparedOperation? Operation(string? name, out GraphQLError? error)
    {
        error = null;
        if (name is not null)
        {
            var named = Operations.FirstOrDefault(operation => string.Equals(operation.Syntax.Name?.Value, name, StringComparison.Ordinal));
            error = named is null ? GraphQLError.Of($"Unknown operation named \"{name}\".") : null;
            return named;
        }

        if (Operations.Count == 1)
        {
            return Operations[0];
        }

        error = GraphQLError.Of(Operations.Count == 0 ? "Must provide an operation." : "Must provide operation name if query contains multiple operations.");
        return null;
    }
}
