namespace FinancialFirewall.Domain.Toggles;

/// <summary>
/// What toggles and configurations look at, of a tenant's payment or of themselves. An absent member of a payment is equal to nothing; an absent
/// member of a toggle means all.
/// </summary>
/// <param name="PaymentType">The tenant's payment type; null where there is none.</param>
/// <param name="LocalInstrumentationCode">The local instrument; null where there is none.</param>
/// <param name="ClearingSystemCode">The clearing system; null where there is none.</param>
public readonly record struct ToggleContext(string? PaymentType, string? LocalInstrumentationCode, string? ClearingSystemCode)
{
    /// <summary>The longest payment type, local instrument or clearing system, in characters.</summary>
    public const int MaximumMemberLength = 50;

    /// <summary>The deepest member that is named.</summary>
    public ToggleLevel Level => this switch
    {
        { ClearingSystemCode: not null } => ToggleLevel.ClearingSystem,
        { LocalInstrumentationCode: not null } => ToggleLevel.LocalInstrument,
        { PaymentType: not null } => ToggleLevel.PaymentType,
        _ => ToggleLevel.Tenant,
    };

    /// <summary>Whether every member that is named here equals the payment's, ordinally.</summary>
    public bool Covers(ToggleContext payment)
        => (PaymentType is null || string.Equals(PaymentType, payment.PaymentType, StringComparison.Ordinal))
        && (LocalInstrumentationCode is null || string.Equals(LocalInstrumentationCode, payment.LocalInstrumentationCode, StringComparison.Ordinal))
        && (ClearingSystemCode is null || string.Equals(ClearingSystemCode, payment.ClearingSystemCode, StringComparison.Ordinal));
}
