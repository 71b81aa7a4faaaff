using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>How levels and reasons of toggles are spelled.</summary>
internal static class ToggleNames
{
    public static string Of(ToggleLevel level) => level switch
    {
        ToggleLevel.Tenant => "TENANT",
        ToggleLevel.PaymentType => "PAYMENT_TYPE",
        ToggleLevel.LocalInstrument => "LOCAL_INSTRUMENT",
        ToggleLevel.ClearingSystem => "CLEARING_SYSTEM",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Every level has a name."),
    };

    public static string Of(ToggleLossReason reason) => reason switch
    {
        ToggleLossReason.Inactive => "INACTIVE",
        ToggleLossReason.OtherPaymentType => "OTHER_PAYMENT_TYPE",
        ToggleLossReason.OtherLocalInstrument => "OTHER_LOCAL_INSTRUMENT",
        ToggleLossReason.OtherClearingSystem => "OTHER_CLEARING_SYSTEM",
        ToggleLossReason.NotYetEffective => "NOT_YET_EFFECTIVE",
        ToggleLossReason.NoLongerEffective => "NO_LONGER_EFFECTIVE",
        ToggleLossReason.LessSpecific => "LESS_SPECIFIC",
        ToggleLossReason.LowerPriority => "LOWER_PRIORITY",
        ToggleLossReason.Older => "OLDER",
        ToggleLossReason.HigherId => "HIGHER_ID",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason has a name."),
    };
}
