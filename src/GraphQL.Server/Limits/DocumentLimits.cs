namespace GraphQL.Server.Limits;

/// <summary>How much one document may ask for. What is above is refused before anything is executed.</summary>
public sealed record DocumentLimits
{
    /// <summary>The deepest that fields may be nested, with fragments put in their places.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>The most aliases in the text.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>The most directives in the text.</summary>
    public int MaxDirectives { get; init; } = 100;

    /// <summary>The most operations in the text.</summary>
    public int MaxOperations { get; init; } = 50;

    /// <summary>The most fields and values, as <see cref="ComplexityRule"/> counts them.</summary>
    public int MaxComplexity { get; init; } = 10_000;
}
