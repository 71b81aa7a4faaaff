using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Reviews;

/// <summary>How reported outcomes are spelled: EXECUTED, FAILED, RETURNED, DISPUTED, FRAUD, LEGITIMATE.</summary>
public static class OutcomeNames
{
    /// <summary>All names, in the order of their numbers.</summary>
    public static IReadOnlyList<string> All => EnumNames<ReportedOutcome>.All;

    /// <summary>The name of an outcome.</summary>
    public static string Of(ReportedOutcome outcome) => EnumNames<ReportedOutcome>.Of(outcome);

    /// <summary>The outcome of a name; null where there is none.</summary>
    public static ReportedOutcome? Find(string name) => EnumNames<ReportedOutcome>.Find(name);
}
