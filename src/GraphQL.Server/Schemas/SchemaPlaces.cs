using GraphQL.Server.Language;

namespace GraphQL.Server.Schemas;

/// <summary>Where findings about a schema point.</summary>
internal static class SchemaPlaces
{
    /// <summary>The offset of <c>@deprecated</c>; -1 where it is not applied.</summary>
    public static int Deprecated(DirectiveSyntax[] directives)
        => Array.Find(directives, directive => directive.Name.Value is "deprecated")?.Start ?? -1;
}
