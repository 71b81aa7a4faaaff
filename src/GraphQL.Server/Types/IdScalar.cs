using System.Globalization;

namespace GraphQL.Server.Types;

/// <summary>Identifiers.</summary>
internal sealed class IdScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        value = null;
        switch (input.Kind)
        {
            case ScalarInputKind.String or ScalarInputKind.Int:
                value = input.Text;
                return null;
            case ScalarInputKind.Float when !input.IsLiteral && double.Parse(input.Text, CultureInfo.InvariantCulture) is var number && double.IsInteger(number):
                value = JsonText.Number(number);
                return null;
        }

        return input.IsLiteral
            ? $"ID cannot represent a non-string and non-integer value: {input.Describe()}"
            : $"ID cannot represent value: {input.Describe()}";
    }

    public override string? Write(object value, out object? written)
    {
        written = value switch
        {
            string => value,
            double or float or decimal or bool => null,
            Guid guid => guid.ToString(),
            IConvertible or IFormattable => Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => null,
        };
        return written is null ? $"ID cannot represent value: {Numbers.Describe(value)}" : null;
    }
}
