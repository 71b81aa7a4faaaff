using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Finds the configuration that decides, and explains it. <see cref="ConfigurationTable"/> finds the same without the explanation.</summary>
public static class ConfigurationSelector
{
    /// <summary>Finds the configuration that decides about a payment, and why each of the others does not.</summary>
    public static ConfigurationSelection Select(IReadOnlyList<RiskConfiguration> configurations, ConfigurationContext context)
    {
        ArgumentNullException.ThrowIfNull(configurations);
        var winner = configurations.Where(one => WhyNotApplicable(one, context) is null).Min(ConfigurationOrder.Instance);
        var losers = configurations.Where(one => !ReferenceEquals(one, winner)).Select(one => Explain(one, winner, context));
        return new ConfigurationSelection(winner, [.. losers]);
    }

    /// <summary>Whether a configuration is for payments of a source.</summary>
    internal static bool Fits(ConfiguredPaymentSource configured, PaymentSource source)
        => configured == ConfiguredPaymentSource.Both || (byte)configured == (byte)source;

    private static ConfigurationLossReason? WhyNotApplicable(RiskConfiguration one, ConfigurationContext context)
        => !one.IsEnabled ? ConfigurationLossReason.Disabled
        : !Fits(one.PaymentSource, context.PaymentSource) ? ConfigurationLossReason.OtherPaymentSource
        : IsOther(one.PaymentType, context.Scope.PaymentType) ? ConfigurationLossReason.OtherPaymentType
        : IsOther(one.LocalInstrumentationCode, context.Scope.LocalInstrumentationCode) ? ConfigurationLossReason.OtherLocalInstrument
        : IsOther(one.ClearingSystemCode, context.Scope.ClearingSystemCode) ? ConfigurationLossReason.OtherClearingSystem
        : null;

    private static bool IsOther(string? named, string? actual) => named is not null && !string.Equals(named, actual, StringComparison.Ordinal);

    private static ConfigurationLoss Explain(RiskConfiguration one, RiskConfiguration? winner, ConfigurationContext context)
    {
        var reason = WhyNotApplicable(one, context) ?? Compare(one, winner!);
        return new ConfigurationLoss(one, reason, Describe(one, winner, reason, context));
    }

    private static ConfigurationLossReason Compare(RiskConfiguration loser, RiskConfiguration winner)
        => loser.Priority != winner.Priority ? ConfigurationLossReason.LowerPriority
        : loser.Level != winner.Level ? ConfigurationLossReason.LessSpecific
        : loser.PaymentSource != winner.PaymentSource ? ConfigurationLossReason.SourceNotExact
        : loser.CreatedAt != winner.CreatedAt ? ConfigurationLossReason.Older
        : ConfigurationLossReason.HigherId;

    private static string Describe(RiskConfiguration one, RiskConfiguration? winner, ConfigurationLossReason reason, ConfigurationContext context)
        => reason switch
        {
            ConfigurationLossReason.Disabled => "It is not enabled.",
            ConfigurationLossReason.OtherPaymentSource => Other(
                "payment source", EnumNames<ConfiguredPaymentSource>.Of(one.PaymentSource), EnumNames<PaymentSource>.Of(context.PaymentSource)),
            ConfigurationLossReason.OtherPaymentType => Other("payment type", one.PaymentType, context.Scope.PaymentType),
            ConfigurationLossReason.OtherLocalInstrument => Other(
                "local instrument", one.LocalInstrumentationCode, context.Scope.LocalInstrumentationCode),
            ConfigurationLossReason.OtherClearingSystem => Other("clearing system", one.ClearingSystemCode, context.Scope.ClearingSystemCode),
            ConfigurationLossReason.LowerPriority => $"Its priority is {one.Priority}; the winner's is {winner?.Priority}, and the lowest number decides.",
            ConfigurationLossReason.LessSpecific => $"It is of level {EnumNames<ToggleLevel>.Of(one.Level)}; the winner is more specific.",
            ConfigurationLossReason.SourceNotExact => "It is for BOTH payment sources; the winner names the payment's own.",
            ConfigurationLossReason.Older => $"It was created at {one.CreatedAt}; the winner is newer ({winner?.CreatedAt}).",
            _ => "It equals the winner in everything that counts; the lower id decides.",
        };

    private static string Other(string what, string? named, string? actual)
        => actual is null ? $"It is for {what} '{named}'; the payment has none." : $"It is for {what} '{named}', not '{actual}'.";
}
