using GraphQL.Server.Errors;

namespace GraphQL.Server.Validation;

/// <summary>A rule that a document breaks.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Error">How.</param>
internal readonly record struct ValidationError(string Rule, GraphQLError Error);
