using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>What became of a payment, as somebody reports it.</summary>
/// <param name="Assessment">The assessment; null where the payment is named by its reference.</param>
/// <param name="Reference">The payment's reference; empty where the assessment is named.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When; null for now.</param>
/// <param name="Note">What else is worth knowing; at most <see cref="FollowUpRecord.MaximumTextBytes"/> bytes of UTF-8.</param>
/// <param name="Key">The reporter's own name of the report; empty for none; at most <see cref="FollowUpRecord.MaximumNameBytes"/> bytes of UTF-8.</param>
public sealed record OutcomeReport(AssessmentId? Assessment, string Reference, ReportedOutcome Outcome, Instant? At, string Note, string Key);
