using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A directive that a schema defines.</summary>
public sealed class DirectiveType
{
    internal DirectiveType(DirectiveDefinitionSyntax syntax)
    {
        Syntax = syntax;
        Locations = [.. syntax.Locations.Select(location => location.Value)];
    }

    /// <summary>The name without its at sign.</summary>
    public string Name => Syntax.Name.Value;

    /// <summary>What it is for, in Markdown; null where the schema says nothing.</summary>
    public string? Description => Syntax.Description?.Value;

    /// <summary>Its arguments, in the order of the schema.</summary>
    public IReadOnlyList<InputValueDefinition> Arguments { get; internal set; } = [];

    /// <summary>Whether it can be applied twice to the same thing.</summary>
    public bool IsRepeatable => Syntax.IsRepeatable;

    /// <summary>Where it may stand, as the specification names places.</summary>
    public IReadOnlyList<string> Locations { get; }

    internal DirectiveDefinitionSyntax Syntax { get; }

    internal bool IsBuiltIn => IntrospectionSchema.IsBuiltInDirective(Name);

    /// <inheritdoc/>
    public override string ToString() => $"@{Name}";
}
