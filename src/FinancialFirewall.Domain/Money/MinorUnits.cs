using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Money;

/// <summary>
/// Amounts as integers of a currency's minor unit, and their decimal text: 12.50 EUR is 1250, 1250 JPY is 1250. At most 18 digits, as in
/// ISO 20022.
/// </summary>
public static class MinorUnits
{
    /// <summary>The largest amount, in minor units; the smallest is its negative.</summary>
    public const long Maximum = 999_999_999_999_999_999;

    /// <summary>The longest text of an amount, in bytes: a sign, 19 digits and a point.</summary>
    public const int MaximumTextLength = 21;

    /// <summary>Reads an amount exactly, without allocating.</summary>
    /// <param name="utf8">A number in JSON's grammar, exponent notation included; decimals beyond the currency's may only be zeros.</param>
    /// <param name="exponent">The decimals of the currency's minor unit.</param>
    /// <param name="minor">The amount in minor units, when it could be read.</param>
    public static MinorUnitsFault TryParse(ReadOnlySpan<byte> utf8, int exponent, out long minor)
    {
        minor = 0;
        return DecimalNumber.TryParse(utf8, out var number) ? TryConvert(number, exponent, out minor) : MinorUnitsFault.NotANumber;
    }

    /// <summary>Takes over a number that was read before, exactly.</summary>
    /// <param name="number">The amount.</param>
    /// <param name="exponent">The decimals of the currency's minor unit.</param>
    /// <param name="minor">The amount in minor units, when it fits.</param>
    public static MinorUnitsFault TryConvert(in DecimalNumber number, int exponent, out long minor)
    {
        var fit = number.TryScale(exponent, out minor);
        if (fit == DecimalFit.Exact && Math.Abs(minor) <= Maximum)
        {
            return MinorUnitsFault.None;
        }

        minor = 0;
        return fit == DecimalFit.TooManyDecimals ? MinorUnitsFault.TooManyDecimals : MinorUnitsFault.OutOfRange;
    }

    /// <summary>Reads an amount, or says what is wrong with it.</summary>
    /// <param name="member">Where the amount stands, for the error.</param>
    /// <param name="text">A number in JSON's grammar.</param>
    /// <param name="currency">The amount's currency.</param>
    public static Result<long> Parse(string member, string text, Currency currency)
    {
        var fault = TryParse(Encoding.UTF8.GetBytes(text), currency.Exponent, out var minor);
        return fault == MinorUnitsFault.None ? minor : Describe(fault, member, text, currency);
    }

    /// <summary>The refusal of an amount, in the words used everywhere.</summary>
    /// <param name="fault">What is wrong; not <see cref="MinorUnitsFault.None"/>.</param>
    /// <param name="member">Where the amount stands.</param>
    /// <param name="text">The amount as it was sent.</param>
    /// <param name="currency">The amount's currency.</param>
    public static Error Describe(MinorUnitsFault fault, string member, string text, Currency currency) => fault switch
    {
        MinorUnitsFault.NotANumber => new Error(
            ErrorKind.Invalid, "AMOUNT_INVALID", member, text, $"{member} must be a decimal number such as 12.50 or \"12.50\"."),
        MinorUnitsFault.TooManyDecimals => new Error(
            ErrorKind.Invalid, "AMOUNT_DECIMALS", member, text, $"{member} has more decimals than {currency.Code}, which has {Count(currency.Exponent)}."),
        MinorUnitsFault.OutOfRange => new Error(
            ErrorKind.Invalid, "AMOUNT_RANGE", member, text, $"{member} must be at most {Format(Maximum, currency)} in {currency.Code}."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is nothing wrong to describe."),
    };

    /// <summary>Writes an amount as decimal text with all of the currency's decimals: 1250 with 2 decimals is <c>12.50</c>.</summary>
    /// <param name="minor">The amount in minor units.</param>
    /// <param name="exponent">The decimals of the currency's minor unit, 0 to 4.</param>
    /// <param name="destination">At least <see cref="MaximumTextLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public static int Format(long minor, int exponent, Span<byte> destination)
    {
        if (destination.Length < MaximumTextLength)
        {
            throw new ArgumentException($"At least {MaximumTextLength} bytes are needed.", nameof(destination));
        }

        var length = 0;
        if (minor < 0)
        {
            destination[length++] = (byte)'-';
        }

        var unit = Unit(exponent);
        var (whole, rest) = Math.DivRem(minor < 0 ? unchecked((ulong)-minor) : (ulong)minor, unit);
        Utf8Formatter.TryFormat(whole, destination[length..], out var written);
        length += written;
        if (exponent == 0)
        {
            return length;
        }

        destination[length++] = (byte)'.';
        for (var place = unit / 10; place > 0; place /= 10)
        {
            destination[length++] = (byte)('0' + (rest / place % 10));
        }

        return length;
    }

    /// <summary>Writes an amount as decimal text with all of the currency's decimals, without the currency.</summary>
    public static string Format(long minor, Currency currency)
    {
        Span<byte> text = stackalloc byte[MaximumTextLength];
        return Encoding.ASCII.GetString(text[..Format(minor, currency.Exponent, text)]);
    }

    private static string Count(int decimals) => decimals switch
    {
        0 => "none",
        _ => decimals.ToString(CultureInfo.InvariantCulture),
    };

    private static ulong Unit(int exponent)
    {
        var unit = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            unit *= 10;
        }

        return unit;
    }
}
