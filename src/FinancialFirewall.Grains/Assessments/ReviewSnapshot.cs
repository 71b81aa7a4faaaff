using System.Buffers;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>What waits for a person, as it stands in the snapshot of a partition; <see cref="PartitionSnapshot"/> has the layout.</summary>
internal static class ReviewSnapshot
{
    public static void Write(IBufferWriter<byte> output, OpenReviews reviews)
    {
        SnapshotNumbers.Write(output, reviews.Forgotten);
        SnapshotNumbers.Write(output, reviews.All.Count);
        foreach (var review in reviews.All)
        {
            SnapshotNumbers.Write(output, review.Sequence);
            SnapshotNumbers.Write(output, review.AssessedAt.UnixMicroseconds);
            SnapshotNumbers.Write(output, review.BaseAmountMinor);
            SnapshotNumbers.Write(output, (byte)review.Decision);
            SnapshotNumbers.Write(output, (byte)review.Level);
            SnapshotNumbers.Write(output, review.Score.TenThousandths);
        }

        SnapshotNumbers.Write(output, reviews.Progress.Count);
        foreach (var (sequence, progress) in reviews.Progress.OrderBy(static one => one.Key))
        {
            SnapshotNumbers.Write(output, sequence);
            SnapshotNumbers.Write(output, progress.ClaimedUntil.UnixMicroseconds);
            SnapshotNumbers.Write(output, progress.ClaimedBy);
            SnapshotNumbers.Write(output, progress.VotedBy);
        }
    }

    public static OpenReviews Read(ref ReadOnlySpan<byte> bytes)
    {
        var forgotten = SnapshotNumbers.ReadInt64(ref bytes);
        var open = new OpenReview[SnapshotNumbers.ReadInt32(ref bytes)];
        for (var i = 0; i < open.Length; i++)
        {
            var (sequence, at, amount) = (SnapshotNumbers.ReadInt64(ref bytes), SnapshotNumbers.ReadInt64(ref bytes), SnapshotNumbers.ReadInt64(ref bytes));
            var (decision, level) = ((Decision)SnapshotNumbers.ReadByte(ref bytes), (RiskLevel)SnapshotNumbers.ReadByte(ref bytes));
            open[i] = new OpenReview(sequence, new Instant(at), decision, level, new Score(SnapshotNumbers.ReadInt32(ref bytes)), amount);
        }

        var progress = new KeyValuePair<long, ReviewProgress>[SnapshotNumbers.ReadInt32(ref bytes)];
        for (var i = 0; i < progress.Length; i++)
        {
            var (sequence, until) = (SnapshotNumbers.ReadInt64(ref bytes), new Instant(SnapshotNumbers.ReadInt64(ref bytes)));
            progress[i] = new(sequence, new ReviewProgress(SnapshotNumbers.ReadText(ref bytes), until, SnapshotNumbers.ReadText(ref bytes)));
        }

        var reviews = new OpenReviews();
        reviews.Restore(open, progress, forgotten);
        return reviews;
    }
}
