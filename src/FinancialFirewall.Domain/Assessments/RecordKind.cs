namespace FinancialFirewall.Domain.Assessments;

/// <summary>What a record of the journal says. The numbers are kept on disk and never change.</summary>
public enum RecordKind : byte
{
    /// <summary>A payment and its decision: <see cref="AssessmentRecord"/>.</summary>
    Assessment = 1,

    /// <summary>An amount leaves the sums of an account again: <see cref="ReleaseRecord"/>.</summary>
    Release = 2,

    /// <summary>What happens to an assessment after its first decision: <see cref="FollowUpRecord"/>.</summary>
    FollowUp = 3,
}
