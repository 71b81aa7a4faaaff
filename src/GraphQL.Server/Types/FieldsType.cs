namespace GraphQL.Server.Types;

/// <summary>A type with fields: an object type or an interface.</summary>
public abstract class FieldsType : CompositeType
{
    private protected FieldsType(string name)
        : base(name)
    {
    }

    /// <summary>Its fields, in the order of the schema.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; internal set; } = [];

    /// <summary>What it implements.</summary>
    public IReadOnlyList<NamedType> Interfaces { get; internal set; } = [];

    internal Dictionary<string, FieldDefinition> FieldsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>A field by its name; null where there is none.</summary>
    public FieldDefinition? Field(string name) => FieldsByName.GetValueOrDefault(name);
}
