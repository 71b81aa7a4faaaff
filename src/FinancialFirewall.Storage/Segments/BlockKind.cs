using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>What a block of a segment holds. The numbers are kept on disk and never change.</summary>
internal enum BlockKind : byte
{
    /// <summary>Runs of records, as in the log.</summary>
    Records = 1,

    /// <summary>A <see cref="Facts.FactChunk"/>.</summary>
    Facts = 2,

    /// <summary>A page of the fingerprints of references.</summary>
    References = 3,

    /// <summary>A page of the fingerprints of accounts.</summary>
    Accounts = 4,

    /// <summary>A piece of the <see cref="ReferenceFilter"/>.</summary>
    Filter = 5,

    /// <summary>The <see cref="SegmentFooter"/>.</summary>
    Footer = 6,
}
