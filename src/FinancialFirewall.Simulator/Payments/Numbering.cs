using System.Globalization;

namespace FinancialFirewall.Simulator.Payments;

/// <summary>Gives payments their references: prefix, seed and number.</summary>
internal sealed class Numbering(string prefix, ulong seed)
{
    private long latest;

    /// <summary>The payment with the next reference.</summary>
    public SimulatedPayment Next(SimulatedPayment payment)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"{prefix}{seed:x}-{++latest:00000000}");
        return payment with { TransactionReference = reference, EndToEndId = payment.PaymentSource is null ? null : $"E2E-{latest}" };
    }
}
