using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A field of an object type or an interface.</summary>
public sealed class FieldDefinition
{
    internal FieldDefinition(FieldsType? parent, string name, GraphType type)
    {
        Parent = parent;
        Name = name;
        Type = type;
    }

    /// <summary>The type that it belongs to; null for the fields of every type, such as <c>__typename</c>.</summary>
    public FieldsType? Parent { get; }

    /// <summary>The name, unique in its type.</summary>
    public string Name { get; }

    /// <summary>What it gives.</summary>
    public GraphType Type { get; }

    /// <summary>What it is for, in Markdown; null where the schema says nothing.</summary>
    public string? Description { get; internal init; }

    /// <summary>Its arguments, in the order of the schema.</summary>
    public IReadOnlyList<InputValueDefinition> Arguments { get; internal set; } = [];

    /// <summary>Why it should not be used any longer; null where it may be.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives that the schema applies to it, in their order.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal init; } = [];

    internal FieldDefinitionSyntax? Syntax { get; init; }

    /// <summary>An argument by its name; null where there is none.</summary>
    public InputValueDefinition? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.Ordinal))
            {
                return argument;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Parent?.Name ?? "<meta>"}.{Name}";
}
