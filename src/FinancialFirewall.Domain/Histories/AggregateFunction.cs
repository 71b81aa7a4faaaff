namespace FinancialFirewall.Domain.Histories;

/// <summary>What is computed over a window. The numbers are kept on disk and never change.</summary>
public enum AggregateFunction : byte
{
    /// <summary>How many payments were assessed, whatever was decided.</summary>
    Count = 1,

    /// <summary>The sum of a number over the payments that were not rejected.</summary>
    Sum = 2,

    /// <summary>The mean of a number over the payments that were not rejected; absent when there are none.</summary>
    Average = 3,

    /// <summary>The least number among the payments that were not rejected; absent when there are none.</summary>
    Min = 4,

    /// <summary>The greatest number among the payments that were not rejected; absent when there are none.</summary>
    Max = 5,

    /// <summary>How many different values were seen, at most <see cref="AggregateValue.MaximumDistinct"/>.</summary>
    Distinct = 6,

    /// <summary>The value of the latest payment before this one; absent when there is none.</summary>
    Last = 7,
}
