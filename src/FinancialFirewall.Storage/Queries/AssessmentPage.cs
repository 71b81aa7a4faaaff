using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Storage.Facts;

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
public sealed record AssessmentPage(IReadOnlyList<FoundAssessment> Assessments, string? Next, MatchCount? Matches = null)
{
    /// <summary>Tells the filters of the query from others.</summary>
    internal ulong Filters { get; init; }

    /// <summary>Where the page begins that comes behind one of the assessments, in the kept order.</summary>
    public string CursorOf(FoundAssessment found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var at = new RecordHeader(found.Record.Span).At;
        return AssessmentCursor.Write(new FactKey(at.UnixMicroseconds, found.Address.Partition, found.Address.Sequence), Filters);
    }
}
