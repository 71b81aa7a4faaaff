using System.Collections.Frozen;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>How what configurations name is spelled in queries and answers.</summary>
internal static class ConfigurationNames
{
    /// <summary>Whose payments a configuration is for.</summary>
    public static readonly FrozenDictionary<string, ConfiguredPaymentSource> Sources = new Dictionary<string, ConfiguredPaymentSource>(StringComparer.Ordinal)
    {
        ["BANK_CLIENT"] = ConfiguredPaymentSource.BankClient,
        ["CLEARING_SYSTEM"] = ConfiguredPaymentSource.ClearingSystem,
        ["BOTH"] = ConfiguredPaymentSource.Both,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Who sent a payment.</summary>
    public static readonly FrozenDictionary<string, PaymentSource> PaymentSources = new Dictionary<string, PaymentSource>(StringComparer.Ordinal)
    {
        ["BANK_CLIENT"] = PaymentSource.BankClient,
        ["CLEARING_SYSTEM"] = PaymentSource.ClearingSystem,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How rules and the bank's engine work together.</summary>
    public static readonly FrozenDictionary<string, RiskAssessmentType> AssessmentTypes = new Dictionary<string, RiskAssessmentType>(StringComparer.Ordinal)
    {
        ["REAL_TIME"] = RiskAssessmentType.RealTime,
        ["BATCH"] = RiskAssessmentType.Batch,
        ["HYBRID"] = RiskAssessmentType.Hybrid,
        ["CUSTOM"] = RiskAssessmentType.Custom,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(ConfigurationLossReason reason) => reason switch
    {
        ConfigurationLossReason.Disabled => "DISABLED",
        ConfigurationLossReason.OtherPaymentSource => "OTHER_PAYMENT_SOURCE",
        ConfigurationLossReason.OtherPaymentType => "OTHER_PAYMENT_TYPE",
        ConfigurationLossReason.OtherLocalInstrument => "OTHER_LOCAL_INSTRUMENT",
        ConfigurationLossReason.OtherClearingSystem => "OTHER_CLEARING_SYSTEM",
        ConfigurationLossReason.LowerPriority => "LOWER_PRIORITY",
        ConfigurationLossReason.LessSpecific => "LESS_SPECIFIC",
        ConfigurationLossReason.SourceNotExact => "SOURCE_NOT_EXACT",
        ConfigurationLossReason.Older => "OLDER",
        ConfigurationLossReason.HigherId => "HIGHER_ID",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason has a name."),
    };
}
