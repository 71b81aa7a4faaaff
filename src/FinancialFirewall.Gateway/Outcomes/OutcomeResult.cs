using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>What became of one report of many.</summary>
/// <param name="Line">The report.</param>
/// <param name="Answer">What is recorded; null where it was refused.</param>
/// <param name="Errors">Why it was refused; empty where it was not.</param>
public sealed record OutcomeResult(OutcomeLine Line, OutcomeAnswer? Answer, IReadOnlyList<Error> Errors)
{
    /// <summary>Whether it was recorded just now, and not before.</summary>
    public bool IsNew => Answer is { IsRepeated: false };
}
