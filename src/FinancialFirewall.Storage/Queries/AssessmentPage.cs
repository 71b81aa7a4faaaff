namespace FinancialFirewall.Storage.Queries;

/// <summary>Some assessments, in the order that was asked for.</summary>
/// <param name="Assessments">
/// The assessments: fewer than were asked for, or none, also where the search for them would take too long at once; only <paramref name="Next"/> says whether
/// there are more.
/// </param>
/// <param name="Next">
/// Where the next page begins; <see langword="null"/> where there is none, and in an order that is not the kept one, where <see cref="AssessmentQuery.Skip"/> leads on.
/// </param>
/// <param name="Matches">How many match; <see langword="null"/> where nobody asked.</param>
public sealed record AssessmentPage(IReadOnlyList<FoundAssessment> Assessments, string? Next, MatchCount? Matches = null);
