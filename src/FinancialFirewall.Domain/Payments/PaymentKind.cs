namespace FinancialFirewall.Domain.Payments;

/// <summary>What kind of payment it is. The numbers are kept on disk and never change.</summary>
public enum PaymentKind : byte
{
    /// <summary>Money goes from the debtor to the creditor.</summary>
    Payment = 1,

    /// <summary>A payee gives money back.</summary>
    Refund = 2,

    /// <summary>The payer's side undoes a payment.</summary>
    Reversal = 3,

    /// <summary>The payee's bank sends a payment back.</summary>
    Return = 4,

    /// <summary>An amount is set aside on a card.</summary>
    Authorisation = 5,

    /// <summary>An amount set aside is taken.</summary>
    Capture = 6,

    /// <summary>Asks whether an account exists; its amount may be zero.</summary>
    AccountVerification = 7,
}
