using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>The elements of a policy, in the order of its file.</summary>
internal static class ComparedElements
{
    private static readonly FrozenDictionary<string, Secret> NoSecrets = FrozenDictionary<string, Secret>.Empty;

    public static IReadOnlyList<ComparedElement> Of(PolicyDocument policy) =>
    [
        Make(PolicySection.Currencies, "", policy.BaseCurrency, writer => WriteCurrencies(writer, policy)),
        .. policy.Configurations.Select(Of),
        .. policy.Toggles.Select(Of),
        .. policy.Lists.Select(static list => Make(PolicySection.Lists, list.Name, list.Name, writer => ListDocument.Write(writer, list))),
    ];

    private static ComparedElement Of(RiskConfiguration one)
        => Make(PolicySection.Configurations, one.Id.ToString("D"), one.ConfigurationName, writer => RiskConfigurationDocument.Write(writer, one, position: 0)) with
        {
            Secrets = ConfigurationSecrets.Of(one).ToDictionary(static secret => secret.Pointer, static secret => secret.Secret, StringComparer.Ordinal),
        };

    private static ComparedElement Of(Toggle one)
        => Make(PolicySection.Toggles, one.Id.ToString("D"), NameOf(one.Scope), writer => ToggleDocument.Write(writer, one, position: 0));

    private static string NameOf(ToggleContext scope)
        => scope.PaymentType is null ? "all payments"
            : string.Join(" / ", new[] { scope.PaymentType, scope.LocalInstrumentationCode, scope.ClearingSystemCode }.OfType<string>());

    private static ComparedElement Make(PolicySection section, string key, string name, Action<DocumentWriter> write)
    {
        var bytes = DocumentWriter.Write(DocumentForm.Answer, writer =>
        {
            writer.Json.WriteStartObject();
            write(writer);
            writer.Json.WriteEndObject();
        });
        using var parsed = JsonDocument.Parse(bytes);
        return new(section, key, name, parsed.RootElement.Clone(), NoSecrets);
    }

    private static void WriteCurrencies(DocumentWriter writer, PolicyDocument policy)
    {
        writer.Text("baseCurrency", policy.BaseCurrency);
        writer.Child("rates", policy, static (inner, document) =>
        {
            inner.Text("asOf", document.RatesAsOf);
            foreach (var (currency, rate) in document.Rates)
            {
                inner.Text(currency, rate.ToString(CultureInfo.InvariantCulture));
            }
        });
    }
}
