using System.Globalization;

namespace GraphQL.Server.Types;

/// <summary>Numbers of double precision.</summary>
internal sealed class FloatScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        value = null;
        if (input.Kind is not (ScalarInputKind.Int or ScalarInputKind.Float)
            || !double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            return $"Float cannot represent non numeric value: {input.Describe()}";
        }

        value = number;
        return null;
    }

    public override string? Write(object value, out object? written)
    {
        written = value;
        switch (value)
        {
            case int or long or decimal:
                return null;
            case bool boolean:
                written = boolean ? 1 : 0;
                return null;
        }

        if (!Numbers.TryRead(value, out var number) || !double.IsFinite(number))
        {
            return $"Float cannot represent non numeric value: {Numbers.Describe(value)}";
        }

        written = number;
        return null;
    }
}
