namespace GraphQL.Server.Language;

/// <summary>What an operation does.</summary>
internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}
