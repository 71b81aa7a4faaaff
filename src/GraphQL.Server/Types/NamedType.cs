using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A type that a schema names.</summary>
public abstract class NamedType : GraphType
{
    private protected NamedType(string name) => Name = name;

    /// <summary>The name, unique in the schema.</summary>
    public string Name { get; }

    /// <summary>What it is for, in Markdown; null where the schema says nothing.</summary>
    public string? Description { get; internal set; }

    /// <summary>The directives that the schema applies to it, in their order.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal set; } = [];

    /// <inheritdoc/>
    public override NamedType Named => this;

    /// <summary>Whether it is one that introspection brings.</summary>
    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Its definition and the extensions of it, in their order.</summary>
    internal IReadOnlyList<TypeDefinitionSyntax> Syntax { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
