using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Host.Simulating;

/// <summary>A payment and when it has to be sent.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="DueAt">A time stamp; latency is counted from here, so that a sender who falls behind does not hide it.</param>
internal readonly record struct DuePayment(SimulatedPayment Payment, long DueAt);
