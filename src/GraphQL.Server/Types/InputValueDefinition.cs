using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>An argument, or a field of an input object type.</summary>
public sealed class InputValueDefinition
{
    internal InputValueDefinition(string coordinate, string name, GraphType type)
    {
        Coordinate = coordinate;
        Name = name;
        Type = type;
    }

    /// <summary>The name, unique where it is defined.</summary>
    public string Name { get; }

    /// <summary>What it takes.</summary>
    public GraphType Type { get; }

    /// <summary>What it is for, in Markdown; null where the schema says nothing.</summary>
    public string? Description { get; internal init; }

    /// <summary>Why it should not be used any longer; null where it may be.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>Whether a request cannot do without it.</summary>
    public bool IsRequired => Type is NonNullType && Default is null;

    /// <summary>The directives that the schema applies to it, in their order.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal init; } = [];

    internal InputValueSyntax? Syntax { get; init; }

    internal ValueSyntax? Default => Syntax?.Default;

    /// <summary>Where it is in the schema, as messages say it.</summary>
    internal string Coordinate { get; }

    /// <inheritdoc/>
    public override string ToString() => Coordinate;
}
