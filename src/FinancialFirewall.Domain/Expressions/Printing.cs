using System.Globalization;
using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>The canonical spelling of operators and literals.</summary>
internal static class Printing
{
    public static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "There is no such comparison."),
    };

    public static char Sign(ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Add => '+',
        ArithmeticOperator.Subtract => '-',
        ArithmeticOperator.Multiply => '*',
        ArithmeticOperator.Divide => '/',
        ArithmeticOperator.Remainder => '%',
        _ => throw new ArgumentOutOfRangeException(nameof(arithmetic), arithmetic, "There is no such operator."),
    };

    public static string Name(ValueType type) => type switch
    {
        ValueType.Number => "a number",
        ValueType.Text => "a text",
        ValueType.Truth => "a condition",
        ValueType.Time => "a time",
        ValueType.Duration => "a duration",
        ValueType.List => "a list",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type."),
    };

    public static void Join(StringBuilder text, IEnumerable<Expression> items, string separator, Precedence atLeast)
    {
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : separator);
            item.Write(text, atLeast);
            first = false;
        }
    }

    public static void Duration(StringBuilder text, long seconds)
    {
        var (count, unit) = seconds switch
        {
            0 => (0, 's'),
            _ when seconds % 86_400 == 0 => (seconds / 86_400, 'd'),
            _ when seconds % 3_600 == 0 => (seconds / 3_600, 'h'),
            _ when seconds % 60 == 0 => (seconds / 60, 'm'),
            _ => (seconds, 's'),
        };
        text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
    }

    public static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(character) => text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    /// <summary>Whether a text has UTF-8 bytes: no half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            value = value[consumed..];
        }

        return true;
    }
}
