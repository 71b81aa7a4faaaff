using System.Text;

namespace GraphQL.Server.Errors;

/// <summary>Something that is wrong with a schema, a document, a request or a field, as clients are told.</summary>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Locations">Where in the document; empty where it has no place.</param>
/// <param name="Path">Which field of the response, as names (<see cref="string"/>) and indexes (<see cref="int"/>); null outside execution.</param>
/// <param name="Extensions">What else programs are told, such as a stable code; null where there is nothing.</param>
public sealed record GraphQLError(
    string Message,
    IReadOnlyList<SourceLocation> Locations,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>An error that has no place in a document.</summary>
    public static GraphQLError Of(string message, string? code = null)
        => new(message, [], null, code is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });

    /// <summary>The message, and each place with its line and a caret under the column.</summary>
    public string Describe(SourceText source)
    {
        var text = new StringBuilder(Message);
        foreach (var location in Locations)
        {
            text.Append("\n\n").Append(source.Excerpt(location));
        }

        return text.ToString();
    }
}
