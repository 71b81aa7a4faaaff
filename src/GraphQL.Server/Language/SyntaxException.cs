namespace GraphQL.Server.Language;

/// <summary>Carries a refusal out of the depth of the parser; it never leaves <see cref="DocumentParser.TryParse"/>.</summary>
internal sealed class SyntaxException(int position, string message) : Exception(message)
{
    /// <summary>The offset of what is wrong.</summary>
    public int Position { get; } = position;
}
