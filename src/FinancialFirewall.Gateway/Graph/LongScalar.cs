using System.Globalization;
using System.Text.Json;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Whole numbers of 64 bits.</summary>
internal sealed class LongScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        var isNumber = long.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && input.Kind == ScalarInputKind.Int;
        value = isNumber ? number : null;
        return isNumber ? null : $"Long cannot represent {input.Describe()}: state a whole number of 64 bits.";
    }

    public override string? Write(object value, out object? written)
    {
        written = value switch { long => value, int number => (long)number, JsonElement { ValueKind: JsonValueKind.Number } json => json.GetInt64(), _ => null };
        return written is null ? $"Long cannot represent a {value.GetType().Name}." : null;
    }
}
