using System.Collections.Frozen;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>How what configurations name is spelled in queries.</summary>
internal static class ConfigurationNames
{
    /// <summary>Whose payments a configuration is for.</summary>
    public static FrozenDictionary<string, ConfiguredPaymentSource> Sources { get; } = Of<ConfiguredPaymentSource>();

    /// <summary>Who sent a payment.</summary>
    public static FrozenDictionary<string, PaymentSource> PaymentSources { get; } = Of<PaymentSource>();

    /// <summary>How rules and the bank's engine work together.</summary>
    public static FrozenDictionary<string, RiskAssessmentType> AssessmentTypes { get; } = Of<RiskAssessmentType>();

    private static FrozenDictionary<string, T> Of<T>()
        where T : struct, Enum
        => EnumNames.All<T>().ToFrozenDictionary(static name => name, static name => EnumNames.Find<T>(name)!.Value, StringComparer.Ordinal);
}
