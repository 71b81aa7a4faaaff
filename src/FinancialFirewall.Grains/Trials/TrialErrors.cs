using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Trials;

/// <summary>The refusals of trying policies.</summary>
internal static class TrialErrors
{
    public static Error Choice(PolicyChoice choice) => new(
        ErrorKind.Invalid,
        "POLICY_CHOICE",
        "",
        choice.ToNames(),
        $"Say what is tried by one of 'draft', 'version', 'policy' and 'configurations', or by 'configurations' beside the 'draft' or 'version' in which they stand; {(choice.IsEmpty ? "nothing is" : $"{choice.ToNames()} are")} stated.");

    public static Error NoConfiguration { get; } = new(
        ErrorKind.Conflict, "CONFIGURATION_MISSING", "thresholds", "", "No configuration applies to the payment in this policy, so that no threshold decides about it; ask with 'configurations' instead.");

    public static Error TooManyConfigurations(int count) => new(
        ErrorKind.TooLarge, "TOO_MANY_CONFIGURATIONS", "configurations", Text(count), $"At most {PolicyChoice.MaximumConfigurations} configurations are tried in place of those in force; send a whole 'policy' instead.");

    public static Error Samples(int samples) => new(
        ErrorKind.Invalid, "SAMPLES_INVALID", "samples", Text(samples), $"0 to {TrialTally.MaximumSamples} samples of each change can be kept.");

    public static Error Payments(int payments) => new(
        ErrorKind.Invalid, "PAYMENTS_INVALID", "payments", Text(payments), $"A preview looks at 1 to {PolicyPreviews.MaximumPayments} payments; a backtest takes more.");

    public static Error Times(Instant from, Instant to) => new(
        ErrorKind.Invalid, "TIMES_INVALID", "to", to.ToString(), $"'to' must be later than 'from', which is {from}.");

    public static Error TooManyRecords(long records, long maximum) => new(
        ErrorKind.TooLarge, "PERIOD_TOO_LARGE", "from", Text(records), $"The period, and what its windows reach into before it, has {records:N0} records; at most {maximum:N0} are read at once. Choose a shorter one.");

    public static Error Busy { get; } = new(
        ErrorKind.Unavailable, "TRIALS_EXHAUSTED", "", "", $"{TrialRoom.Maximum} previews and what-ifs are under way in this process, the most at once: try again in a moment.");

    public static Error AssessmentUnknown(Guid id) => new(
        ErrorKind.NotFound, "ASSESSMENT_UNKNOWN", "assessmentId", id.ToString("D"), "There is no assessment with this id.");

    public static Error Erased(Guid id) => new(
        ErrorKind.Conflict, "PERSON_ERASED", "assessmentId", id.ToString("D"), "What the payment said about its person was erased, and nothing can be decided from the rest.");

    public static Error TooFar(long records, long maximum) => new(
        ErrorKind.TooLarge, "HISTORY_TOO_LONG", "", Text(records), $"The history that the question takes has {records:N0} records; at most {maximum:N0} are read for one answer. Ask about windows that do not reach so far.");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
