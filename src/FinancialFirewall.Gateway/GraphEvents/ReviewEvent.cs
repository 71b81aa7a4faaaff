using System.Text.Json;
using FinancialFirewall.Gateway.GraphAssessments;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>Something that happened to what waits for a person.</summary>
/// <param name="Cursor">Where to go on behind it.</param>
/// <param name="FollowUp">What was done; null where it waits from now on.</param>
/// <param name="Assessment">The assessment as it stands now.</param>
internal sealed record ReviewEvent(string Cursor, JsonElement? FollowUp, AssessmentNode Assessment);
