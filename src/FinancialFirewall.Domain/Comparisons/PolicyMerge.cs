using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>Brings the changes that two made to the same policy into one, element by element.</summary>
public static class PolicyMerge
{
    /// <summary>Merges changes.</summary>
    /// <param name="baseline">What both began with.</param>
    /// <param name="mine">What one has made of it.</param>
    /// <param name="theirs">What the others have made of it; its order is kept.</param>
    /// <returns>The policy with the changes of both; or a <c>CHANGED_BY_BOTH</c> for each element that both changed, and not in the same way.</returns>
    public static Result<PolicyDocument> Merge(PolicyDocument baseline, PolicyDocument mine, PolicyDocument theirs)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var errors = new DocumentErrors();
        var currencies = new MergedSection<PolicyDocument>(
            PolicySection.Currencies, static _ => "", static one => one.BaseCurrency, static one => PolicyDocumentWriter.Write(one)).Merge(
                [CurrenciesOf(baseline)], [CurrenciesOf(mine)], [CurrenciesOf(theirs)], errors);
        var merged = theirs with
        {
            BaseCurrency = currencies.FirstOrDefault(theirs).BaseCurrency,
            RatesAsOf = currencies.FirstOrDefault(theirs).RatesAsOf,
            Rates = currencies.FirstOrDefault(theirs).Rates,
            Configurations = Configurations.Merge(baseline.Configurations, mine.Configurations, theirs.Configurations, errors),
            Toggles = Toggles.Merge(baseline.Toggles, mine.Toggles, theirs.Toggles, errors),
            Lists = Lists.Merge(baseline.Lists, mine.Lists, theirs.Lists, errors),
        };
        return errors.Outcome(merged);
    }

    private static MergedSection<RiskConfiguration> Configurations { get; } = new(
        PolicySection.Configurations, static one => one.Id.ToString("D"), static one => one.ConfigurationName, static one => RiskConfigurationDocument.Write(one, DocumentForm.File));

    private static MergedSection<Toggle> Toggles { get; } = new(
        PolicySection.Toggles, static one => one.Id.ToString("D"), static one => one.Id.ToString("D"), static one => ToggleDocument.Write(one, DocumentForm.File));

    private static MergedSection<ListDefinition> Lists { get; } = new(
        PolicySection.Lists, static one => one.Name, static one => one.Name, static one => Write(one));

    private static byte[] Write(ListDefinition list) => DocumentWriter.Write(DocumentForm.File, writer =>
    {
        writer.Json.WriteStartObject();
        ListDocument.Write(writer, list);
        writer.Json.WriteEndObject();
    });

    private static PolicyDocument CurrenciesOf(PolicyDocument policy) => policy with { Configurations = [], Toggles = [], Lists = [] };
}
