namespace GraphQL.Server.Language;

/// <summary>The literal null.</summary>
internal sealed class NullSyntax : ValueSyntax;
