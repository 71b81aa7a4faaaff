namespace GraphQL.Server.Types;

/// <summary>The five scalars of the specification.</summary>
internal static class BuiltInScalars
{
    public const string String = "String";
    public const string Int = "Int";
    public const string Float = "Float";
    public const string Boolean = "Boolean";
    public const string Id = "ID";

    public static readonly string[] Names = [String, Int, Float, Boolean, Id];

    public static bool IsBuiltIn(string name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>One of the five, as a type.</summary>
    public static ScalarType Create(string name)
    {
        var (coercion, description) = Of(name);
        return new ScalarType(name, coercion) { Description = description };
    }

    private static (ScalarCoercion Coercion, string Description) Of(string name) => name switch
    {
        Int => (new IntScalar(), "A whole number of 32 bits, with a sign."),
        Float => (new FloatScalar(), "A number of double precision, as IEEE 754 has it."),
        Boolean => (new BooleanScalar(), "True or false."),
        Id => (new IdScalar(), "An identifier that people need not read. It is written as a string; a string or a whole number is taken."),
        _ => (new StringScalar(), "A text in Unicode."),
    };
}
