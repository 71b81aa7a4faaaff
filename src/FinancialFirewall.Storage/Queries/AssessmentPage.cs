namespace FinancialFirewall.Storage.Queries;

/// <summary>Some assessments, newest first.</summary>
/// <param name="Assessments">
/// The assessments: fewer than were asked for, or none, also where the search for them would take too long at once; only <paramref name="Next"/> says whether
/// there are more.
/// </param>
/// <param name="Next">Where the next page begins; <see langword="null"/> where there is none.</param>
public sealed record AssessmentPage(IReadOnlyList<FoundAssessment> Assessments, string? Next);
