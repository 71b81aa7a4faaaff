namespace FinancialFirewall.Storage.Journals;

/// <summary>What became of the wish for a piece of a log.</summary>
internal enum LogPieceOutcome
{
    /// <summary>There is one.</summary>
    Found,

    /// <summary>The copy has everything.</summary>
    UpToDate,

    /// <summary>The copy holds something that this log does not.</summary>
    Diverged,

    /// <summary>The file that the copy needs next is deleted.</summary>
    Gone,
}
