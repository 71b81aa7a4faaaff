namespace FinancialFirewall.Simulator.Payments;

/// <summary>Whose eyes payments are seen with.</summary>
public enum PaymentView
{
    /// <summary>The payer's bank: every member, cards and transfers.</summary>
    Bank,

    /// <summary>A clearing system: transfers only, and only what an interbank message carries.</summary>
    Clearing,
}
