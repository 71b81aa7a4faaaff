using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Of which time a tenant's assessments are counted, in pieces of one length.</summary>
/// <param name="From">Where the first piece begins.</param>
/// <param name="Until">Assessments of this time or later are not counted.</param>
/// <param name="Width">How long a piece is.</param>
public sealed record CountQuery(Instant From, Instant Until, TimeSpan Width)
{
    /// <summary>The most pieces.</summary>
    public const int MaximumPieces = 1_000;

    /// <summary>The most records that are looked at for one answer: some 2,500 chunks of the index.</summary>
    public const int MaximumRecords = 10_000_000;

    /// <summary>The most records that are looked at for this answer, the latest first; parts of the index are counted whole or not at all.</summary>
    public long Records { get; init; } = MaximumRecords;

    /// <summary>The length of a piece in microseconds.</summary>
    internal long Step => Width.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>How many pieces there are; the last may end behind <see cref="Until"/>.</summary>
    internal long Pieces => (Until.UnixMicroseconds - From.UnixMicroseconds + Step - 1) / Step;
}
