namespace FinancialFirewall.Domain.Toggles;

/// <summary>Why a toggle did not decide, in the order in which it is found out.</summary>
public enum ToggleLossReason : byte
{
    /// <summary>It is not active.</summary>
    Inactive = 1,

    /// <summary>It is for another payment type.</summary>
    OtherPaymentType = 2,

    /// <summary>It is for another local instrument.</summary>
    OtherLocalInstrument = 3,

    /// <summary>It is for another clearing system.</summary>
    OtherClearingSystem = 4,

    /// <summary>Its window has not begun.</summary>
    NotYetEffective = 5,

    /// <summary>Its window is over.</summary>
    NoLongerEffective = 6,

    /// <summary>The winner is more specific.</summary>
    LessSpecific = 7,

    /// <summary>The winner has a lower priority number at the same level.</summary>
    LowerPriority = 8,

    /// <summary>The winner is newer, at the same level and priority.</summary>
    Older = 9,

    /// <summary>The winner has the lower id, everything else being equal.</summary>
    HigherId = 10,
}
