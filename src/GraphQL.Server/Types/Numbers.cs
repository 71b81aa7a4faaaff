using System.Globalization;
using System.Text.Json;

namespace GraphQL.Server.Types;

/// <summary>What resolvers give for numbers, and how messages show what they gave.</summary>
internal static class Numbers
{
    public static bool TryRead(object value, out double number)
    {
        if (value is string text)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        }

        number = value is IConvertible convertible && IsNumber(convertible.GetTypeCode()) ? convertible.ToDouble(CultureInfo.InvariantCulture) : double.NaN;
        return value is IConvertible && !double.IsNaN(number);
    }

    public static string Describe(object value) => value switch
    {
        string text => JsonSerializer.Serialize(text, JsonEscapes.Relaxed),
        bool boolean => boolean ? "true" : "false",
        double number => JsonText.Number(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };

    private static bool IsNumber(TypeCode code) => code is >= TypeCode.SByte and <= TypeCode.Decimal;
}
