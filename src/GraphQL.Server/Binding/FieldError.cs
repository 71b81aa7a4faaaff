namespace GraphQL.Server.Binding;

/// <summary>What a resolver gives instead of a value where a field cannot be answered: the client is told, and the field is null.</summary>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Extensions">What programs are told, such as a stable code.</param>
public sealed record FieldError(string Message, IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>An error with a stable code.</summary>
    public static FieldError Of(string message, string code)
        => new(message, new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}
