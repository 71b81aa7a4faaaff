namespace GraphQL.Server.Language;

/// <summary>A directive where it is applied.</summary>
internal sealed class DirectiveSyntax : SyntaxNode
{
    public required Name Name { get; init; }

    public ArgumentSyntax[] Arguments { get; init; } = [];

    /// <summary>The value of an argument; null where it is not there.</summary>
    public ValueSyntax? Argument(string name)
        => Array.Find(Arguments, argument => string.Equals(argument.Name.Value, name, StringComparison.Ordinal))?.Value;
}
