using GraphQL.Server.Errors;
using GraphQL.Server.Types;

namespace GraphQL.Server.Requests;

/// <summary>Finds the document of a request: in its text, by its hash, or among those that are registered.</summary>
internal sealed class DocumentSource(Schema schema, EngineOptions options)
{
    private readonly DocumentCache cache = new(options.MaxDocuments);

    /// <summary>The document; null where there is none, with what is wrong.</summary>
    public PreparedDocument? Find(GraphQLRequest request, out GraphQLError? error)
    {
        var hash = request.Query is null ? request.Sha256Hash : DocumentCache.Hash(request.Query);
        error = Refusal(request, hash);
        if (error is not null)
        {
            return null;
        }

        var document = cache.Find(hash!);
        if (document is null)
        {
            var text = request.Query ?? options.RegisteredDocuments?.GetValueOrDefault(hash!);
            if (text is null)
            {
                error = GraphQLError.Of("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);
                return null;
            }

            document = cache.Add(hash!, PreparedDocument.Prepare(text, schema, options.Limits));
        }

        return document;
    }

    private GraphQLError? Refusal(GraphQLRequest request, string? hash)
    {
        if (hash is null)
        {
            return GraphQLError.Of("The request has no document: send it as \"query\".");
        }

        if (request.Sha256Hash is { } claimed && !string.Equals(claimed, hash, StringComparison.Ordinal))
        {
            return GraphQLError.Of($"The hash of the document is {hash}, and not {claimed}.", ErrorCodes.PersistedQueryMismatch);
        }

        return options.RegisteredDocuments is { } registered && !registered.ContainsKey(hash)
            ? GraphQLError.Of("Only registered documents are executed, and this is none of them.", ErrorCodes.NotRegistered)
            : null;
    }
}
