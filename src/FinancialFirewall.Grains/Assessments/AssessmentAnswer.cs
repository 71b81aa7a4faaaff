using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>What became of one payment of a batch: its committed assessment, or why it was refused.</summary>
/// <param name="Record">The assessment as it is kept; empty when refused.</param>
/// <param name="IsDuplicate">Whether the same payment was assessed before and this is that answer.</param>
/// <param name="Refusal">Why it was refused; null when there is a record.</param>
/// <param name="FollowUps">What happened since its first decision, oldest first; null where that was not asked for.</param>
[StructLayout(LayoutKind.Auto), GenerateSerializer, Immutable, Alias("ff.AssessmentAnswer")]
public readonly record struct AssessmentAnswer(
    [property: Id(0)] ReadOnlyMemory<byte> Record,
    [property: Id(1)] bool IsDuplicate,
    [property: Id(2)] IReadOnlyList<Error>? Refusal,
    [property: Id(3)] IReadOnlyList<FollowUp>? FollowUps = null)
{
    /// <summary>Where it stands now; null where nothing is known to have happened since its first decision.</summary>
    public AssessmentStanding? GetStanding()
        => FollowUps is { Count: > 0 } ? AssessmentStanding.Of(new AssessmentRecord(Record.Span).Decision, FollowUps) : null;

    /// <summary>A refusal.</summary>
    public static AssessmentAnswer Refused(params IReadOnlyList<Error> errors) => new(default, IsDuplicate: false, errors);
}
