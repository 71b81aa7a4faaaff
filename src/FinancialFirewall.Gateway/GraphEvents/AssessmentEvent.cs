using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.GraphAssessments;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>An assessment that was decided; where its level is high, the alert that it raises.</summary>
/// <param name="Cursor">Where to go on behind it.</param>
/// <param name="Level">Its level.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Assessment">The assessment.</param>
internal sealed record AssessmentEvent(string Cursor, RiskLevel Level, Instant At, AssessmentNode Assessment);
