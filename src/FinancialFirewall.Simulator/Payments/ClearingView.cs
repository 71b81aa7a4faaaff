namespace FinancialFirewall.Simulator.Payments;

/// <summary>What of a payment reaches a clearing system: no cards, no devices, no customers.</summary>
internal static class ClearingView
{
    /// <summary>Whether a payment passes through clearing.</summary>
    public static bool Passes(SimulatedPayment payment) => payment.CardToken is null;

    /// <summary>The payment as an interbank message carries it.</summary>
    public static SimulatedPayment Of(SimulatedPayment payment) => new()
    {
        TransactionReference = payment.TransactionReference,
        InitiatedAt = payment.InitiatedAt,
        AmountMinor = payment.AmountMinor,
        Currency = payment.Currency,
        FromAccountNumber = payment.FromAccountNumber,
        ToAccountNumber = payment.ToAccountNumber,
        PaymentSource = "CLEARING_SYSTEM",
        DebtorName = payment.DebtorName,
        CreditorName = payment.CreditorName,
        DebtorAgent = payment.DebtorAgent,
        CreditorAgent = payment.CreditorAgent,
        PurposeCode = payment.PurposeCode,
        RemittanceInformation = payment.RemittanceInformation,
        Scenario = payment.Scenario,
    };
}
