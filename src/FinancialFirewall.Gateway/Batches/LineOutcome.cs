namespace FinancialFirewall.Gateway.Batches;

/// <summary>What a <see cref="LineScanner"/> found.</summary>
internal enum LineOutcome
{
    /// <summary>No whole line.</summary>
    None,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A line over the limit, which was skipped.</summary>
    TooLong,
}
