using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Amounts as JSON: a number in the base currency, or an object of currencies.</summary>
internal static class AmountThresholdDocument
{
    /// <summary>The highest amount that is accepted, in major units.</summary>
    internal const decimal Maximum = 999_999_999_999_999m;

    /// <summary>As many decimals as the currency with the most of them has.</summary>
    internal const int MaximumDecimals = 4;

    internal static AmountThreshold? Amount(this DocumentObject document, string name, bool zeroIsAllowed = true)
        => document.Take(name) is { } element ? Read(element, document.At(name), document.Errors, zeroIsAllowed ? 0 : 0.0001m) : null;

    internal static void Amount(this DocumentWriter writer, string name, AmountThreshold? threshold)
    {
        if (threshold is null)
        {
            return;
        }

        if (threshold.BaseAmount is { } amount)
        {
            writer.Number(name, amount);
            return;
        }

        writer.Json.WriteStartObject(name);
        foreach (var (currency, each) in threshold.ByCurrency)
        {
            writer.Number(currency, each);
        }

        writer.Json.WriteEndObject();
    }

    private static AmountThreshold? Read(JsonElement element, string pointer, DocumentErrors errors, decimal minimum)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return ReadByCurrency(element, pointer, errors, minimum);
        }

        if (element.ValueKind == JsonValueKind.Number)
        {
            return DecimalValue.Read(element, pointer, errors, minimum, Maximum, MaximumDecimals) is { } amount ? new AmountThreshold(amount) : null;
        }

        const string Expected = "A number in the base currency or an object of currencies such as {\"EUR\": 10000} is expected";
        errors.Add("TYPE_WRONG", pointer, DocumentObject.Show(element), $"{Expected}, not {DocumentObject.Describe(element)}.");
        return null;
    }

    private static AmountThreshold? ReadByCurrency(JsonElement element, string pointer, DocumentErrors errors, decimal minimum)
    {
        var document = DocumentObject.Open(element, pointer, errors)!;
        var amounts = new List<KeyValuePair<string, decimal>>();
        foreach (var code in document.Names)
        {
            if (!CurrencyTable.TryFind(code, out var currency))
            {
                errors.Add(CurrencyErrors.Unknown(document.At(code), code));
            }
            else if (amounts.Exists(other => string.Equals(other.Key, currency.Code, StringComparison.Ordinal)))
            {
                errors.Add("MEMBER_DUPLICATE", document.At(code), code, $"{currency.Code} stands here twice; state it once.");
            }
            else if (DecimalValue.Read(document.Take(code)!.Value, document.At(code), errors, minimum, Maximum, currency.Exponent) is { } amount)
            {
                amounts.Add(new(currency.Code, amount));
            }
        }

        if (document.Names.Count == 0)
        {
            errors.Add("VALUE_EMPTY", pointer, "", "An object of currencies names at least one, such as {\"EUR\": 10000}.");
        }

        return amounts.Count == 0 ? null : new AmountThreshold(amounts);
    }
}
