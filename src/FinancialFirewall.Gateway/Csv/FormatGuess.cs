using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Guesses how the values of a column are written: the first of the usual ways that fits them all.</summary>
internal static class FormatGuess
{
    private static readonly ValueFormat[] Numbers =
    [
        ValueFormat.Plain,
        new() { GroupMark = ',' },
        new() { DecimalMark = ',' },
        new() { DecimalMark = ',', GroupMark = '.' },
        new() { DecimalMark = ',', GroupMark = ' ' },
        new() { DecimalMark = '.', GroupMark = '\'' },
    ];

    private static readonly string[] Times =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", "yyyy-MM-dd",
        "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yyyy", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy",
        "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "MM/dd/yyyy", "yyyyMMddHHmmss", "yyyyMMdd",
    ];

    /// <summary>How values are written; as the member itself where nothing usual fits, so that the reader says what is wrong.</summary>
    public static ValueFormat Of(PaymentMemberKind kind, List<string> values) => kind switch
    {
        _ when values.Count == 0 => ValueFormat.Plain,
        PaymentMemberKind.Amount or PaymentMemberKind.Latitude or PaymentMemberKind.Longitude
            => Numbers.FirstOrDefault(format => values.TrueForAll(value => IsNumber(value, format))) ?? ValueFormat.Plain,
        PaymentMemberKind.Time => OfTime(values),
        PaymentMemberKind.Date => values.TrueForAll(static value => Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(value), out _)) ? ValueFormat.Plain : OfText(values),
        _ => ValueFormat.Plain,
    };

    private static ValueFormat OfTime(List<string> values)
    {
        if (values.TrueForAll(static value => Rfc3339.TryParse(Encoding.UTF8.GetBytes(value), out _)))
        {
            return ValueFormat.Plain;
        }

        if (values.TrueForAll(static value => value.Length is 10 or 13 && value.All(char.IsAsciiDigit)))
        {
            return new ValueFormat { TimeFormat = values[0].Length == 10 ? TimeText.Unix : TimeText.UnixMilliseconds };
        }

        return OfText(values);
    }

    private static ValueFormat OfText(List<string> values)
    {
        var format = Times.FirstOrDefault(format => values.TrueForAll(value => TimeText.TryParse(Encoding.UTF8.GetBytes(value), format, ZoneRules.Utc, out _)));
        return format is null ? ValueFormat.Plain : new ValueFormat { TimeFormat = format };
    }

    private static bool IsNumber(string value, ValueFormat format)
    {
        Span<byte> room = stackalloc byte[NumberText.MaximumLength * 2];
        return NumberText.TryNormalise(Encoding.UTF8.GetBytes(value), format, room, out _);
    }
}
