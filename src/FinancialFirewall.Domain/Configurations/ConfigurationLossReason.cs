namespace FinancialFirewall.Domain.Configurations;

/// <summary>Why a configuration does not decide, in the order in which it is found out.</summary>
public enum ConfigurationLossReason : byte
{
    /// <summary>It is not enabled.</summary>
    Disabled = 1,

    /// <summary>It is for another payment source.</summary>
    OtherPaymentSource = 2,

    /// <summary>It is for another payment type.</summary>
    OtherPaymentType = 3,

    /// <summary>It is for another local instrument.</summary>
    OtherLocalInstrument = 4,

    /// <summary>It is for another clearing system.</summary>
    OtherClearingSystem = 5,

    /// <summary>The winner has a lower priority number.</summary>
    LowerPriority = 6,

    /// <summary>The winner is more specific, at the same priority.</summary>
    LessSpecific = 7,

    /// <summary>The winner names the payment's source and this one is for both.</summary>
    SourceNotExact = 8,

    /// <summary>The winner is newer, everything before being equal.</summary>
    Older = 9,

    /// <summary>The winner has the lower id, everything else being equal.</summary>
    HigherId = 10,
}
