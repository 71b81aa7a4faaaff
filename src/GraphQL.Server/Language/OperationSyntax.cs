namespace GraphQL.Server.Language;

/// <summary>A query, a mutation or a subscription.</summary>
internal sealed class OperationSyntax : DefinitionSyntax
{
    public required OperationKind Kind { get; init; }

    /// <summary>Null for an anonymous one.</summary>
    public Name? Name { get; init; }

    public VariableDefinitionSyntax[] Variables { get; init; } = [];

    public required SelectionSetSyntax SelectionSet { get; init; }

    /// <summary>The keyword of a kind, as documents and messages spell it.</summary>
    public static string Keyword(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };
}
