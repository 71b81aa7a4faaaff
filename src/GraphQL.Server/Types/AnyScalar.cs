namespace GraphQL.Server.Types;

/// <summary>A scalar that takes every value as it is.</summary>
public sealed class AnyScalar : ScalarCoercion
{
    /// <summary>The one there is.</summary>
    public static readonly AnyScalar Instance = new();

    private AnyScalar()
    {
    }

    /// <inheritdoc/>
    public override string? Read(in ScalarInput input, out object? value)
    {
        value = input.ToObject();
        return null;
    }

    /// <inheritdoc/>
    public override string? Write(object value, out object? written)
    {
        written = value;
        return null;
    }
}
