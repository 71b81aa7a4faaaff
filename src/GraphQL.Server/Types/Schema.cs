using GraphQL.Server.Errors;
using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A schema: its types, its directives, and where operations begin. It never changes.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> types;
    private readonly Dictionary<string, DirectiveType> directives;

    internal Schema(SourceText source, IReadOnlyList<NamedType> types, IReadOnlyList<DirectiveType> directives, IReadOnlyList<FieldDefinition> metaFields)
    {
        Source = source;
        Types = types;
        Directives = directives;
        this.types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        this.directives = new Dictionary<string, DirectiveType>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            this.directives.TryAdd(directive.Name, directive);
        }

        SchemaField = metaFields.Single(field => field.Name is "__schema");
        TypeField = metaFields.Single(field => field.Name is "__type");
        TypeNameField = metaFields.Single(field => field.Name is "__typename");
    }

    /// <summary>What the schema is for, in Markdown; null where it says nothing.</summary>
    public string? Description { get; internal init; }

    /// <summary>Where queries begin.</summary>
    public ObjectType? Query => Roots[(int)OperationKind.Query] as ObjectType;

    /// <summary>Where mutations begin; null where there are none.</summary>
    public ObjectType? Mutation => Roots[(int)OperationKind.Mutation] as ObjectType;

    /// <summary>Where subscriptions begin; null where there are none.</summary>
    public ObjectType? Subscription => Roots[(int)OperationKind.Subscription] as ObjectType;

    /// <summary>All its types: those of the file in their order, then those of introspection.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>All its directives: those of the file in their order, then those of the specification.</summary>
    public IReadOnlyList<DirectiveType> Directives { get; }

    internal SourceText Source { get; }

    /// <summary>The root types by the number of the operation's kind, of whatever kind they are.</summary>
    internal NamedType?[] Roots { get; init; } = new NamedType?[3];

    /// <summary>The definition of the schema and its extensions.</summary>
    internal IReadOnlyList<SchemaSyntax> Syntax { get; init; } = [];

    internal FieldDefinition SchemaField { get; }

    internal FieldDefinition TypeField { get; }

    internal FieldDefinition TypeNameField { get; }

    /// <summary>A type by its name; null where there is none.</summary>
    public NamedType? Type(string name) => types.GetValueOrDefault(name);

    /// <summary>A directive by its name without the at sign; null where there is none.</summary>
    public DirectiveType? Directive(string name) => directives.GetValueOrDefault(name);

    internal ObjectType? Root(OperationKind kind) => Roots[(int)kind] as ObjectType;

    /// <summary>A type as a document writes it; null where its name is unknown.</summary>
    internal GraphType? Resolve(TypeSyntax syntax) => syntax switch
    {
        ListTypeSyntax list => Resolve(list.Item)?.ListOf,
        NonNullTypeSyntax nonNull => Resolve(nonNull.Nullable)?.NonNull,
        _ => Type(((NamedTypeSyntax)syntax).Name),
    };

    /// <summary>The field that a selection on a type means, with those that every type has; null where there is none.</summary>
    internal FieldDefinition? Field(CompositeType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            switch (name)
            {
                case "__typename":
                    return TypeNameField;
                case "__schema" when ReferenceEquals(parent, Query):
                    return SchemaField;
                case "__type" when ReferenceEquals(parent, Query):
                    return TypeField;
            }
        }

        return (parent as FieldsType)?.Field(name);
    }
}
