namespace FinancialFirewall.Grains.Reviews;

/// <summary>By what open reviews are sorted.</summary>
public enum ReviewOrder
{
    /// <summary>When they are due, the first one first.</summary>
    Due,

    /// <summary>When they were assessed, the oldest first.</summary>
    Age,

    /// <summary>The amount in the base currency, the largest first; those that are not known last.</summary>
    Amount,

    /// <summary>The score, the highest first.</summary>
    Score,
}
