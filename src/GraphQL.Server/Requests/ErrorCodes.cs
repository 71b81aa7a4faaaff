namespace GraphQL.Server.Requests;

/// <summary>The codes in the extensions of errors that no resolver made.</summary>
public static class ErrorCodes
{
    /// <summary>The document asks for more than it may.</summary>
    public const string TooComplex = "TOO_COMPLEX";

    /// <summary>The request took longer than it may.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The caller may not see the schema.</summary>
    public const string IntrospectionDenied = "INTROSPECTION_DENIED";

    /// <summary>No document is known by this hash: send it once with its text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The hash is not that of the document.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>Only registered documents are taken, and this is none.</summary>
    public const string NotRegistered = "NOT_REGISTERED";

    /// <summary>A resolver failed.</summary>
    public const string Internal = "INTERNAL";
}
