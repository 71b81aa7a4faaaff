using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Money;

/// <summary>Reads one rate of a rate table.</summary>
internal static class CurrencyRateText
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint;

    // What System.Decimal holds without rounding.
    private const int MaximumTextLength = 28;

    /// <summary>Reads a currency code and the decimal text of its rate, or says everything that is wrong with them.</summary>
    public static Result<CurrencyRate> Parse(Currency baseCurrency, string code, string text, string path)
    {
        if (!CurrencyTable.TryFind(code, out var currency))
        {
            return CurrencyErrors.Unknown(path, code);
        }

        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var rate) || !char.IsAsciiDigit(text[0]))
        {
            return new Error(ErrorKind.Invalid, "RATE_INVALID", path, text, $"The rate of {code} must be a decimal number such as \"1.0843\".");
        }

        if (rate <= 0 || rate >= RateTable.RateBound)
        {
            return new Error(ErrorKind.Invalid, "RATE_RANGE", path, text, $"The rate of {code} must be above 0 and below {RateTable.RateBound}.");
        }

        if (text.Length > MaximumTextLength || decimal.Round(rate, RateTable.MaximumDecimals) != rate)
        {
            return new Error(
                ErrorKind.Invalid, "RATE_DECIMALS", path, text, $"The rate of {code} has more than {RateTable.MaximumDecimals} decimals.");
        }

        if (currency == baseCurrency && rate != 1)
        {
            return new Error(ErrorKind.Invalid, "RATE_OF_BASE", path, text, $"{code} is the base currency: its rate is 1 or left out.");
        }

        return new CurrencyRate(currency, rate);
    }
}
