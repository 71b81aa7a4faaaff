namespace FinancialFirewall.Domain.Toggles;

/// <summary>How specific a toggle or a configuration is: the deepest member it names. A larger number is more specific.</summary>
public enum ToggleLevel : byte
{
    /// <summary>It names none of the members: all payments of the tenant.</summary>
    Tenant = 1,

    /// <summary>It names a payment type.</summary>
    PaymentType = 2,

    /// <summary>It names a local instrument of a payment type.</summary>
    LocalInstrument = 3,

    /// <summary>It names a clearing system.</summary>
    ClearingSystem = 4,
}
