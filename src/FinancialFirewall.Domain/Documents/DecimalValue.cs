using System.Globalization;
using System.Text.Json;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Exact numbers of a document.</summary>
internal static class DecimalValue
{
    /// <summary>How many decimals a score or a weight may have.</summary>
    internal const int ScoreDecimals = 4;

    private const int MaximumDigits = 28;

    /// <summary>Reads a number, keeping its decimals; false when it is none or has more digits than can be kept exactly.</summary>
    internal static bool TryRead(JsonElement element, out decimal number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && TryParse(element.GetRawText(), out number);
    }

    /// <summary>Reads a number as JSON writes it; false when it has more digits than can be kept exactly.</summary>
    internal static bool TryParse(string text, out decimal number)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var mantissa = text.AsSpan();
        var exponent = mantissa.IndexOfAny('e', 'E');
        mantissa = exponent < 0 ? mantissa : mantissa[..exponent];
        number = 0;
        var digits = mantissa.Length - mantissa.Count('.') - mantissa.Count('-');
        return digits <= MaximumDigits
            && (exponent < 0 || int.TryParse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
                && Math.Abs((long)power) + digits <= MaximumDigits)
            && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads a number within bounds, both included, with at most so many decimals that are not trailing zeros; null, with an error, otherwise.</summary>
    internal static decimal? Read(JsonElement element, string pointer, DocumentErrors errors, decimal minimum, decimal maximum, int decimals)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            errors.Add("TYPE_WRONG", pointer, DocumentObject.Show(element), $"A number is expected, not {DocumentObject.Describe(element)}.");
            return null;
        }

        if (!TryRead(element, out var number) || number < minimum || number > maximum)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"A number from {minimum} to {maximum} is expected.");
            errors.Add("VALUE_OUT_OF_RANGE", pointer, DocumentObject.Show(element), range);
            return null;
        }

        if (Normal(number).Scale > decimals)
        {
            errors.Add("TOO_PRECISE", pointer, DocumentObject.Show(element), $"At most {decimals} decimals are accepted.");
            return null;
        }

        return number;
    }

    /// <summary>The same number without trailing zeros.</summary>
    internal static decimal Normal(decimal number) => number / 1.0000000000000000000000000000m;
}
