namespace GraphQL.Server.Binding;

/// <summary>A schema and resolvers that do not fit one another.</summary>
public sealed class UnboundSchemaException : Exception
{
    /// <summary>Says all that does not fit.</summary>
    public UnboundSchemaException(IReadOnlyList<string> complaints)
        : base(string.Join('\n', complaints)) => Complaints = complaints;

    /// <summary>What does not fit, with names.</summary>
    public IReadOnlyList<string> Complaints { get; }
}
