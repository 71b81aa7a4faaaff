namespace FinancialFirewall.Domain.Payments;

/// <summary>Who sent a payment. The numbers are kept on disk and never change.</summary>
public enum PaymentSource : byte
{
    /// <summary>A client of the bank.</summary>
    BankClient = 1,

    /// <summary>A clearing system.</summary>
    ClearingSystem = 2,
}
