using System.Globalization;
using System.Text.Json;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Exact decimals: resolvers get a <see cref="decimal"/> with the decimals that were sent, and give one or the JSON of one.</summary>
internal sealed class DecimalScalar : ScalarCoercion
{
    private const int MaximumDigits = 28;

    public override string? Read(in ScalarInput input, out object? value)
    {
        var isNumber = TryRead(input.Text, out var number) && input.Kind is (ScalarInputKind.Int or ScalarInputKind.Float or ScalarInputKind.String);
        value = isNumber ? number : null;
        return isNumber ? null : string.Create(CultureInfo.InvariantCulture, $"Decimal cannot represent {input.Describe()}: state a number of at most {MaximumDigits} digits.");
    }

    public override string? Write(object value, out object? written)
    {
        written = value is decimal or int or JsonElement { ValueKind: JsonValueKind.Number } ? value : null;
        return written is null ? $"Decimal cannot represent a {value.GetType().Name}." : null;
    }

    /// <summary>Reads a number of which no digit is lost.</summary>
    private static bool TryRead(string text, out decimal number)
    {
        number = 0;
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var digits = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = (point < 0 ? 0 : digits.Length - point - 1) - exponent;
        return digits.Count(char.IsAsciiDigit) <= MaximumDigits && decimals <= MaximumDigits
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }
}
