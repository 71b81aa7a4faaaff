namespace FinancialFirewall.Benchmarks.Load;

/// <summary>A stage with the payments that it works through.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Lines">Its payments, which stages with the same accounts may share.</param>
internal sealed record Contender(IStage Stage, PaymentLines Lines);
