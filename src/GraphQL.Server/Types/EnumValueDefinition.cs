using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A value of an enum.</summary>
public sealed class EnumValueDefinition
{
    internal EnumValueDefinition(EnumValueDefinitionSyntax syntax, IReadOnlyList<AppliedDirective> directives)
    {
        Syntax = syntax;
        Directives = directives;
        DeprecationReason = AppliedDirective.DeprecationReason(directives);
    }

    /// <summary>The name, unique in its enum.</summary>
    public string Name => Syntax.Name.Value;

    /// <summary>What it means, in Markdown; null where the schema says nothing.</summary>
    public string? Description => Syntax.Description?.Value;

    /// <summary>Why it should not be used any longer; null where it may be.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The directives that the schema applies to it, in their order.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; }

    internal EnumValueDefinitionSyntax Syntax { get; }
}
