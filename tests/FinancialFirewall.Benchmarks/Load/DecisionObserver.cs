using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Learns of a payment that was decided.</summary>
/// <param name="frame">What it was decided by.</param>
/// <param name="outcome">What was decided.</param>
internal delegate void DecisionObserver(EvaluationFrame frame, in Outcome outcome);
