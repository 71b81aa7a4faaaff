using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>Writes payments in one format. Disposing it ends what is written, and leaves the stream open.</summary>
public interface IPaymentWriter : IDisposable
{
    /// <summary>Writes a payment.</summary>
    void Write(SimulatedPayment payment);
}
