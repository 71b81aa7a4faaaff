namespace GraphQL.Server.Types;

/// <summary>An input object type.</summary>
public sealed class InputObjectType : NamedType
{
    internal InputObjectType(string name)
        : base(name)
    {
    }

    /// <summary>Its fields, in the order of the schema.</summary>
    public IReadOnlyList<InputValueDefinition> Fields { get; internal set; } = [];

    /// <summary>Whether exactly one of its fields has to be sent.</summary>
    public bool IsOneOf { get; internal set; }

    internal Dictionary<string, InputValueDefinition> FieldsByName { get; } = new(StringComparer.Ordinal);
}
