namespace GraphQL.Server.Types;

/// <summary>True and false.</summary>
internal sealed class BooleanScalar : ScalarCoercion
{
    private static readonly object True = true;
    private static readonly object False = false;

    public override string? Read(in ScalarInput input, out object? value)
    {
        value = null;
        if (input.Kind != ScalarInputKind.Boolean)
        {
            return $"Boolean cannot represent a non boolean value: {input.Describe()}";
        }

        value = input.Text.Length == 4 ? True : False;
        return null;
    }

    public override string? Write(object value, out object? written)
    {
        written = value;
        if (value is bool)
        {
            return null;
        }

        if (value is string || !Numbers.TryRead(value, out var number) || !double.IsFinite(number))
        {
            return $"Boolean cannot represent a non boolean value: {Numbers.Describe(value)}";
        }

        written = number != 0 ? True : False;
        return null;
    }
}
