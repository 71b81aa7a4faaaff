using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A directive where a schema applies it.</summary>
/// <param name="Name">The name without its at sign.</param>
/// <param name="Arguments">What was given: <see cref="string"/> (also for enum values), <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, lists and dictionaries of them, or null.</param>
public sealed record AppliedDirective(string Name, IReadOnlyDictionary<string, object?> Arguments)
{
    private const string Deprecated = "deprecated";
    private const string NoLongerSupported = "No longer supported";

    internal static IReadOnlyList<AppliedDirective> From(IEnumerable<DirectiveSyntax> directives) => [.. directives.Select(From)];

    /// <summary>The reason of <c>@deprecated</c>, or what the specification says where none is given; null where it is not applied.</summary>
    internal static string? DeprecationReason(IReadOnlyList<AppliedDirective> directives)
        => directives.FirstOrDefault(directive => string.Equals(directive.Name, Deprecated, StringComparison.Ordinal)) is { } found
            ? found.Text("reason") ?? NoLongerSupported
            : null;

    /// <summary>An argument that is a text; null where there is none.</summary>
    internal string? Text(string argument) => Arguments.GetValueOrDefault(argument) as string;

    private static AppliedDirective From(DirectiveSyntax directive)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            arguments[argument.Name.Value] = Literals.ToObject(argument.Value);
        }

        return new AppliedDirective(directive.Name.Value, arguments);
    }
}
