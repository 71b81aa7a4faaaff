namespace FinancialFirewall.Domain.Payments;

/// <summary>What a packed payment says about its members beside their values. The bits are kept on disk and never change.</summary>
[Flags]
public enum PackedPaymentFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The value of <c>cardPresent</c>.</summary>
    CardPresent = 1,

    /// <summary><c>initiatedAt</c> was not sent: it is the time of arrival, and no difference to another body without it.</summary>
    InitiatedAtDefaulted = 2,

    /// <summary><c>fromCountry</c> was not sent: it comes from the debtor's IBAN.</summary>
    FromCountryDerived = 4,

    /// <summary><c>toCountry</c> was not sent: it comes from the creditor's IBAN.</summary>
    ToCountryDerived = 8,

    /// <summary>The members about a person are gone: their key was destroyed.</summary>
    Erased = 16,

    /// <summary>The bytes of the members about a person are sealed under that person's key.</summary>
    Sealed = 32,
}
