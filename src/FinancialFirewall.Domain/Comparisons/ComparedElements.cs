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

    /// <summary>The elements.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="other">What it is compared with: of a list whose contents are kept beside either of them only the hash of what it holds is told.</param>
    public static IReadOnlyList<ComparedElement> Of(PolicyDocument policy, PolicyDocument other) =>
    [
        Make(PolicySection.Currencies, "", policy.BaseCurrency, writer => WriteCurrencies(writer, policy)),
        .. policy.Configurations.Select(Of),
        .. policy.Toggles.Select(Of),
        .. policy.Lists.Select(list => Of(list, other.Lists.FirstOrDefault(one => string.Equals(one.Name, list.Name, StringComparison.Ordinal)))),
    ];

    private static ComparedElement Of(RiskConfiguration one)
        => Make(PolicySection.Configurations, one.Id.ToString("D"), one.ConfigurationName, writer => RiskConfigurationDocument.Write(writer, one, position: 0)) with
        {
            Secrets = ConfigurationSecrets.Of(one).ToDictionary(static secret => secret.Pointer, static secret => secret.Secret, StringComparer.Ordinal),
        };

    private static ComparedElement Of(Toggle one)
        => Make(PolicySection.Toggles, one.Id.ToString("D"), NameOf(one.Scope), writer => ToggleDocument.Write(writer, one, position: 0));

    private static ComparedElement Of(ListDefinition list, ListDefinition? other)
    {
        var shown = list.Content is null && other?.Content is not null ? list with { Entries = [], Content = ListContent.Of(list).Hash } : list;
        return Make(PolicySection.Lists, list.Name, list.Name, writer => ListDocument.Write(writer, shown));
    }

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
