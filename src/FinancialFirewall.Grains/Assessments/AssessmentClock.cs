namespace FinancialFirewall.Grains.Assessments;

/// <summary>Where a batch's <c>assessedAt</c> comes from.</summary>
public enum AssessmentClock : byte
{
    /// <summary>The partition's own clock, which never goes back.</summary>
    Partition = 0,

    /// <summary>Each payment's <c>initiatedAt</c>, or the latest time already used where that is later: for files of past payments.</summary>
    InitiatedAt = 1,
}
