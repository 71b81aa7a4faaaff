using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Policies;

/// <summary>A window over another key's history than the debtor account's.</summary>
/// <param name="Key">Whose history.</param>
/// <param name="Window">What is kept of it.</param>
/// <param name="FrameIndex">The aggregate's place among <see cref="EvaluationFrame.Aggregates"/>.</param>
public sealed record KeyedWindow(AggregateKey Key, WindowDefinition Window, int FrameIndex);
