using System.Globalization;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Outcomes;

namespace FinancialFirewall.Evaluation.Reports;

/// <summary>How reports spell what was measured.</summary>
internal static class ReportNumbers
{
    private const string Nothing = "–";

    /// <summary>A share with four decimals; a dash where there is none.</summary>
    public static string Share(double? share) => share is { } value ? value.ToString("0.0000", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A number with one decimal; a dash where there is none.</summary>
    public static string Times(double? number) => number is { } value ? value.ToString("N1", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount in the base currency.</summary>
    public static string Money(EvaluationResult result, long minor)
        => (minor / Power(result.CurrencyExponent)).ToString("N" + result.CurrencyExponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The name of a decision as answers spell it.</summary>
    public static string Name(Decision decision) => decision switch
    {
        Decision.ManualReview => "MANUAL_REVIEW",
        Decision.Hold => "HOLD",
        Decision.Escalate => "ESCALATE",
        Decision.Reject => "REJECT",
        _ => "APPROVE",
    };

    /// <summary>The name of a scenario; what is not said to be of any has one too.</summary>
    public static string Name(ScenarioResult scenario) => scenario.Name.Length == 0 ? "(no scenario)" : scenario.Name;

    /// <summary>An amount in the base currency as an exact number.</summary>
    public static decimal Amount(EvaluationResult result, long minor) => minor / Power(result.CurrencyExponent);

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
