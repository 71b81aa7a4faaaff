namespace FinancialFirewall.Domain.Histories;

/// <summary>What the buckets of a series hold. The numbers are kept on disk and never change.</summary>
internal enum SeriesKind : byte
{
    /// <summary><see cref="CountBucket"/>s: how many payments.</summary>
    Count = 1,

    /// <summary><see cref="ValueBucket"/>s: the sum of a number, and over how many payments.</summary>
    Sum = 2,

    /// <summary><see cref="ValueBucket"/>s of rising value: what is still the least once all before it have left the window.</summary>
    Least = 3,

    /// <summary><see cref="ValueBucket"/>s of falling value: what is still the greatest once all before it have left the window.</summary>
    Greatest = 4,

    /// <summary><see cref="ValueBucket"/>s: each different value with the bucket of its latest use, in that order.</summary>
    Distinct = 5,

    /// <summary>One latest value, as bytes.</summary>
    Last = 6,
}
