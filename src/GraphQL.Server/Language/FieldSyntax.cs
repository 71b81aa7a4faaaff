namespace GraphQL.Server.Language;

/// <summary>A field that is asked for.</summary>
internal sealed class FieldSyntax : SelectionSyntax
{
    public Name? Alias { get; init; }

    public required Name Name { get; init; }

    public ArgumentSyntax[] Arguments { get; init; } = [];

    /// <summary>Null for a leaf.</summary>
    public SelectionSetSyntax? SelectionSet { get; init; }

    /// <summary>The member of the response that it fills.</summary>
    public string ResponseName => Alias?.Value ?? Name.Value;
}
