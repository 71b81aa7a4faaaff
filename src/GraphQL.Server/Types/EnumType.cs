namespace GraphQL.Server.Types;

/// <summary>An enum.</summary>
public sealed class EnumType : NamedType
{
    internal EnumType(string name)
        : base(name)
    {
    }

    /// <summary>Its values, in the order of the schema.</summary>
    public IReadOnlyList<EnumValueDefinition> Values { get; internal set; } = [];

    internal Dictionary<string, EnumValueDefinition> ValuesByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it has a value of this name.</summary>
    public bool Has(string value) => ValuesByName.ContainsKey(value);
}
