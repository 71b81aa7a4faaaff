using System.Collections.Frozen;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Gateway.Queries;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Which configurations are asked for. All members that are given hold at once.</summary>
internal sealed class ConfigurationFilter
{
    /// <summary>The members that it reads.</summary>
    public static readonly string[] Members = ["isEnabled", "paymentType", "localInstrumentationCode", "clearingSystemCode", "paymentSource", "riskAssessmentType"];

    private static readonly FrozenDictionary<string, bool> Truths =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["true"] = true, ["false"] = false }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly IReadOnlyList<bool> states;
    private readonly IReadOnlyList<ConfiguredPaymentSource> sources;
    private readonly IReadOnlyList<RiskAssessmentType> types;
    private readonly string? paymentType;
    private readonly string? localInstrument;
    private readonly string? clearingSystem;

    /// <summary>Reads what is asked for; what is wrong with it is added to the query's errors.</summary>
    public ConfigurationFilter(QueryText text)
    {
        states = text.Values("isEnabled", Truths);
        sources = text.Values("paymentSource", ConfigurationNames.Sources);
        types = text.Values("riskAssessmentType", ConfigurationNames.AssessmentTypes);
        paymentType = text.Text("paymentType");
        localInstrument = text.Text("localInstrumentationCode");
        clearingSystem = text.Text("clearingSystemCode");
    }

    /// <summary>Whether a configuration is one of them.</summary>
    public bool Fits(RiskConfiguration one)
        => (states.Count == 0 || states.Contains(one.IsEnabled))
            && (sources.Count == 0 || sources.Contains(one.PaymentSource))
            && (types.Count == 0 || types.Contains(one.RiskAssessmentType))
            && Is(one.PaymentType, paymentType) && Is(one.LocalInstrumentationCode, localInstrument) && Is(one.ClearingSystemCode, clearingSystem);

    private static bool Is(string? named, string? wanted) => wanted is null || string.Equals(named, wanted, StringComparison.Ordinal);
}
