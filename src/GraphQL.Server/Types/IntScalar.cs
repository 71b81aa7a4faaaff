using System.Globalization;

namespace GraphQL.Server.Types;

/// <summary>Whole numbers of 32 bits.</summary>
internal sealed class IntScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        value = null;
        var isNumber = input.Kind == ScalarInputKind.Int || (input.Kind == ScalarInputKind.Float && !input.IsLiteral);
        if (!isNumber || !double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsInteger(number))
        {
            return $"Int cannot represent non-integer value: {input.Describe()}";
        }

        return Fit(number, input.Describe(), out value);
    }

    public override string? Write(object value, out object? written)
    {
        written = value;
        switch (value)
        {
            case int:
                return null;
            case bool boolean:
                written = boolean ? 1 : 0;
                return null;
        }

        if (!Numbers.TryRead(value, out var number) || !double.IsInteger(number))
        {
            return $"Int cannot represent non-integer value: {Numbers.Describe(value)}";
        }

        return Fit(number, Numbers.Describe(value), out written);
    }

    private static string? Fit(double number, string shown, out object? value)
    {
        value = null;
        if (number is < int.MinValue or > int.MaxValue)
        {
            return $"Int cannot represent non 32-bit signed integer value: {shown}";
        }

        value = (int)number;
        return null;
    }
}
