namespace GraphQL.Server.Types;

/// <summary>What kind of value a client sent for a scalar.</summary>
public enum ScalarInputKind
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A number without fraction and exponent.</summary>
    Int,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A word of the document that is not quoted.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}
