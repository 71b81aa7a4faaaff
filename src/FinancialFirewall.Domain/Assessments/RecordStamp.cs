using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>What a record says of itself: where it stands, and how long its making took.</summary>
/// <param name="Partition">The partition, 0 to 63.</param>
/// <param name="Sequence">The record's number in its partition, 0 to <see cref="AssessmentId.MaximumSequence"/>.</param>
/// <param name="ProcessingMicroseconds">How long assessing took, in microseconds; what is longer than 71 minutes reads as that.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordStamp(int Partition, long Sequence, long ProcessingMicroseconds);
