using System.Globalization;

namespace GraphQL.Server.Types;

/// <summary>Texts.</summary>
internal sealed class StringScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        value = null;
        if (input.Kind != ScalarInputKind.String)
        {
            return $"String cannot represent a non string value: {input.Describe()}";
        }

        value = input.Text;
        return null;
    }

    public override string? Write(object value, out object? written)
    {
        written = value switch
        {
            string => value,
            bool boolean => boolean ? "true" : "false",
            double number => JsonText.Number(number),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        return written is null ? $"String cannot represent value: {Numbers.Describe(value)}" : null;
    }
}
