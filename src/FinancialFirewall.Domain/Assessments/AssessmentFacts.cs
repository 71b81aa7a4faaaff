namespace FinancialFirewall.Domain.Assessments;

/// <summary>What was known of an account beside its aggregates. The bits are kept on disk and never change.</summary>
[Flags]
public enum AssessmentFacts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There was a rate: the record's base amount means something.</summary>
    HasBaseAmount = 1,

    /// <summary>The account never used the payment's device before and had used some other one.</summary>
    DeviceIsNew = 2,
}
