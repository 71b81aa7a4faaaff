using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
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
            Lists = MergedLists.Merge(baseline.Lists, mine.Lists, theirs.Lists, errors),
        };
        return errors.Outcome(merged);
    }

    /// <summary>A policy with what lists hold since, where nothing else has changed.</summary>
    /// <param name="baseline">What it was made from.</param>
    /// <param name="mine">The policy.</param>
    /// <param name="theirs">What says the same as <paramref name="baseline"/>, but for what lists hold.</param>
    /// <returns>The policy; or a <c>CHANGED_BY_BOTH</c> for each list whose contents were changed on both sides.</returns>
    public static Result<PolicyDocument> TakeContents(PolicyDocument baseline, PolicyDocument mine, PolicyDocument theirs)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var errors = new DocumentErrors();
        return errors.Outcome(mine with { Lists = MergedLists.TakeContents(mine.Lists, baseline.Lists, mine.Lists, theirs.Lists, errors) });
    }

    private static MergedSection<RiskConfiguration> Configurations { get; } = new(
        PolicySection.Configurations, static one => one.Id.ToString("D"), static one => one.ConfigurationName, static one => RiskConfigurationDocument.Write(one, DocumentForm.File));

    internal static MergedSection<Toggle> Toggles { get; } = new(
        PolicySection.Toggles, static one => one.Id.ToString("D"), static one => one.Id.ToString("D"), static one => ToggleDocument.Write(one, DocumentForm.File));

    internal static PolicyDocument CurrenciesOf(PolicyDocument policy) => policy with { Configurations = [], Toggles = [], Lists = [] };
}
