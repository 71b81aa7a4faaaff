namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>What the naive engine says of a payment, in words that the compiled policy's outcome is put into as well.</summary>
internal sealed record NaiveVerdict(string Decision, string Level, decimal Score, string Held, string Unknown, bool Degraded, string Step);
