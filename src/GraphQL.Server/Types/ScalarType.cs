namespace GraphQL.Server.Types;

/// <summary>A scalar.</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(string name, ScalarCoercion coercion)
        : base(name) => Coercion = coercion;

    /// <summary>Where its format is specified; null where the schema does not say.</summary>
    public string? SpecifiedByUrl { get; internal set; }

    /// <summary>How its values are read and written.</summary>
    public ScalarCoercion Coercion { get; }

    /// <summary>Whether it is one of the five that the specification defines.</summary>
    public bool IsBuiltIn => BuiltInScalars.IsBuiltIn(Name);
}
