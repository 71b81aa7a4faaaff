using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>One report of many.</summary>
/// <param name="Line">Its line, row or element, from 1; rows count without blank ones, the header first.</param>
/// <param name="Document">The report; or why there is none.</param>
internal sealed record OutcomeLine(long Line, Result<OutcomeDocument> Document);
