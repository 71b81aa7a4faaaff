namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>One error of a <see cref="Problem"/>.</summary>
internal sealed record ProblemError(string Code, string Member, string Value, string Message);
