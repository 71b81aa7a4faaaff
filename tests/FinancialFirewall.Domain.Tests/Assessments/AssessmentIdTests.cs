using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Assessments;

public sealed class AssessmentIdTests
{
    private static readonly TenantId Demo = new("demo");
    private static readonly Instant At = Instant.From(new DateTimeOffset(2026, 3, 4, 12, 0, 0, 123, TimeSpan.Zero));

    [Fact]
    public void Of_KnownValues_HasTheLayoutOfTheDiagram()
    {
        var id = AssessmentId.Of(0x0ABCDEF1u, 0x2A, 0x12_3456_789A, new Instant(0x0123_4567_89AB * 1_000L + 999));

        // 48 bits of time, 8, upper 12 bits of the sequence, 10 and the partition, lower 28 bits of the sequence, 28 bits of the tenant.
        Assert.Equal("01234567-89ab-8123-aa45-6789aabcdef1", id.ToString());
    }

    [Fact]
    public void Of_RandomValues_ComeBackFromTheText()
    {
        const int Seed = 7_331;
        var random = new Random(Seed);
        for (var round = 0; round < 10_000; round++)
        {
            var (partition, sequence) = (random.Next(64), random.NextInt64(AssessmentId.MaximumSequence + 1));
            var at = new Instant(random.NextInt64(-1_000_000_000_000_000, 4_000_000_000_000_000));
            var id = AssessmentId.Of(Demo, partition, sequence, at);

            var text = new byte[AssessmentId.TextLength];
            id.Format(text);
            Assert.Equal(id.ToGuid().ToString("D"), Encoding.ASCII.GetString(text));
            Assert.True(AssessmentId.TryParse(id.ToString(), out var read), $"seed {Seed}, round {round}");
            Assert.Equal((id, partition, sequence), (read, read.Partition, read.Sequence));
            Assert.True(read.BelongsTo(Demo) && read.IsAt(at) && !read.IsAt(at.Plus(TimeSpan.FromMilliseconds(1))), $"seed {Seed}, round {round}");
            Assert.True(Math.Abs(read.AssessedAtMs.UnixMicroseconds - at.UnixMicroseconds) < 1_000, $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void TryParse_EitherCaseAndUtf8_GivesTheSameId()
    {
        var id = AssessmentId.Of(Demo, 3, 17, At);

        Assert.True(AssessmentId.TryParse(id.ToString().ToUpperInvariant(), out var upper));
        Assert.True(AssessmentId.TryParse(Encoding.UTF8.GetBytes(id.ToString()), out var utf8));
        Assert.Equal((id, id), (upper, utf8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-an-id")]
    [InlineData("01234567-89ab-4123-aa45-6789aabcdef1")]
    [InlineData("01234567-89ab-8123-2a45-6789aabcdef1")]
    [InlineData("0123456789ab8123aa456789aabcdef1")]
    [InlineData("{01234567-89ab-8123-aa45-6789aabcdef1}")]
    [InlineData("01234567-89ab-8123-aa45-6789aabcdefé")]
    public void TryParse_NoUuidOfVersion8_IsRefused(string text)
    {
        Assert.False(AssessmentId.TryParse(text, out _));
        Assert.False(AssessmentId.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void BelongsTo_AnotherTenant_IsFalse()
        => Assert.All(
            Enumerable.Range(0, 1_000).Select(static n => new TenantId($"tenant-{n}")),
            static other => Assert.False(AssessmentId.Of(other, 3, 17, At).BelongsTo(Demo)));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(64, 0)]
    [InlineData(0, -1)]
    [InlineData(0, AssessmentId.MaximumSequence + 1)]
    public void Of_OutOfBounds_Throws(int partition, long sequence)
        => Assert.Throws<ArgumentOutOfRangeException>(() => AssessmentId.Of(Demo, partition, sequence, At));

    [Fact]
    public void Ids_OfLaterAssessments_SortLater()
    {
        var first = AssessmentId.Of(Demo, 63, 1_000, At).ToString();
        var second = AssessmentId.Of(Demo, 0, 1, At.Plus(TimeSpan.FromMilliseconds(1))).ToString();

        Assert.True(string.CompareOrdinal(first, second) < 0);
    }
}
