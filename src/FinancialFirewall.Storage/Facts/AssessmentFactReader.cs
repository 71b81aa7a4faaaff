using FinancialFirewall.Domain.Assessments;

namespace FinancialFirewall.Storage.Facts;

/// <summary>Reads the facts of assessments; of what happens to one later its reference, by which it is found beside the assessment; of other records only their kind and time.</summary>
public sealed class AssessmentFactReader : IFactReader
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The bytes are not a record of a known format version.</exception>
    public RecordFacts Read(ReadOnlySpan<byte> record)
    {
        var header = new RecordHeader(record);
        if (header.Kind == RecordKind.FollowUp)
        {
            return new(header.At, header.ReferenceHash, 0, ProfileOf(new FollowUpRecord(record)));
        }

        if (header.Kind != RecordKind.Assessment)
        {
            return new(header.At, null, 0, RecordProfile.Of(header.Kind));
        }

        var assessment = new AssessmentRecord(record);
        var profile = new RecordProfile(
            RecordKind.Assessment,
            assessment.Level,
            assessment.Decision,
            AssessmentStatus.Completed,
            assessment.PolicyVersion,
            assessment.ConfigurationIndex,
            assessment.Held);
        return new(header.At, header.ReferenceHash, assessment.Payment.AccountHash, profile);
    }

    /// <summary>The decision, where the follow-up has one; the status CANCELLED, where it cancels.</summary>
    private static RecordProfile ProfileOf(FollowUpRecord followUp) => RecordProfile.Of(RecordKind.FollowUp) with
    {
        Decision = followUp.Decision ?? default,
        Status = followUp.Kind == FollowUpKind.Cancelled ? AssessmentStatus.Released : AssessmentStatus.None,
    };
}
