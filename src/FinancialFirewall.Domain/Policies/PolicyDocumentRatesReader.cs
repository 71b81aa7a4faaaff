using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Policies;

/// <summary><c>rates</c> as JSON: <c>{"asOf": "2026-03-01", "USD": "1.0843"}</c>.</summary>
internal static class PolicyDocumentRatesReader
{
    private const string AsOfMember = "asOf";
    private const int MaximumTextLength = 64;

    internal static PolicyDocumentRates Read(DocumentObject document, Currency? baseCurrency)
    {
        var asOf = document.Text(AsOfMember, MaximumTextLength);
        var isDated = asOf is null || TimeText.IsDay(asOf) || TimeText.TryParse(asOf, out _);
        if (!isDated)
        {
            document.Refuse(AsOfMember, "TIME_INVALID", asOf!, "'asOf' is a day such as 2026-03-01 or a time such as 2026-03-01T12:00:00Z.");
        }

        var values = new List<KeyValuePair<string, decimal>>();
        foreach (var code in document.Names.Where(static name => !string.Equals(name, AsOfMember, StringComparison.Ordinal)))
        {
            if (ReadRate(document, code, baseCurrency) is { } rate)
            {
                values.Add(rate);
            }
        }

        if (values.Count > 0 && !document.Has(AsOfMember))
        {
            document.RefuseMissing(AsOfMember, "rates are dated, with a day or a time.");
        }

        return new PolicyDocumentRates(asOf, values);
    }

    private static KeyValuePair<string, decimal>? ReadRate(DocumentObject document, string code, Currency? baseCurrency)
    {
        if (!CurrencyTable.TryFind(code, out var currency) || !string.Equals(currency.Code, code, StringComparison.Ordinal))
        {
            document.Errors.Add(CurrencyErrors.Unknown(document.At(code), code));
            return null;
        }

        if (currency == baseCurrency)
        {
            document.Refuse(code, "RATE_OF_BASE", "", $"{code} is the base currency and needs no rate.");
            return null;
        }

        var element = document.Take(code)!.Value;
        var text = DocumentObject.Show(element);
        var isRate = element.ValueKind is JsonValueKind.String or JsonValueKind.Number && DecimalValue.TryParse(text, out var rate)
            && rate > 0 && rate < RateTable.RateBound && DecimalValue.Normal(rate).Scale <= RateTable.MaximumDecimals;
        if (isRate)
        {
            _ = DecimalValue.TryParse(text, out rate);
            return new(currency.Code, rate);
        }

        var message = $"A rate is a decimal above 0 and below {RateTable.RateBound:N0} with at most {RateTable.MaximumDecimals} decimals, such as \"1.0843\".";
        document.Refuse(code, "RATE_INVALID", text, message);
        return null;
    }
}
