using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>One report of many.</summary>
/// <param name="Line">The line on which it stands, or which element of an array it is, from 1.</param>
/// <param name="Document">The report; or why there is none.</param>
/// <param name="Source">What stands there, where that is no report; empty where it is one, or was too long to be kept.</param>
public sealed record OutcomeLine(long Line, Result<OutcomeDocument> Document, string Source = "");
