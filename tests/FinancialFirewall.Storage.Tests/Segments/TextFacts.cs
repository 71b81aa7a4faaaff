using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Tests.Journals;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>Records that are any text: found by their reference only.</summary>
internal sealed class TextFacts : IFactReader
{
    public RecordFacts Read(ReadOnlySpan<byte> record)
        => new(new Instant(0), JournalFixture.HashOf(record), 0, RecordProfile.Of(RecordKind.Release));
}
