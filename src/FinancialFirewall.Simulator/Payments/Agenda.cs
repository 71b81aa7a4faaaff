using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Simulator.Payments;

/// <summary>Payments that are planned, taken out in the order of their times; of two at the same time the one that was planned first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<SimulatedPayment, (long At, long Serial)> planned = new();
    private long serial;

    /// <summary>Plans a payment as it is seen; one that is not seen is passed over.</summary>
    public void Add(SimulatedPayment payment, PaymentView view)
    {
        if (view == PaymentView.Bank || ClearingView.Passes(payment))
        {
            planned.Enqueue(view == PaymentView.Bank ? payment : ClearingView.Of(payment), (payment.InitiatedAt.UnixMicroseconds, serial++));
        }
    }

    /// <summary>Takes out everything before a time.</summary>
    public IEnumerable<SimulatedPayment> TakeBefore(Instant end)
    {
        while (planned.TryPeek(out var payment, out _) && payment.InitiatedAt < end)
        {
            yield return planned.Dequeue();
        }
    }
}
