namespace FinancialFirewall.Storage.Queries;

/// <summary>In which order assessments are given. Equals stand newest first.</summary>
public enum AssessmentOrder
{
    /// <summary>The latest first: the order in which they are kept, and the only one that has cursors.</summary>
    NewestFirst,

    /// <summary>The earliest first.</summary>
    OldestFirst,

    /// <summary>The riskiest first.</summary>
    HighestScoreFirst,

    /// <summary>The least risky first.</summary>
    LowestScoreFirst,
}
