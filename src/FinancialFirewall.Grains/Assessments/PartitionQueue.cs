using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>What of a partition waits for a person.</summary>
/// <param name="Reviews">The assessments, oldest first.</param>
/// <param name="Forgotten">How many have left the queue because it was full; they are still decided by their id.</param>
[GenerateSerializer, Immutable, Alias("ff.PartitionQueue")]
public sealed record PartitionQueue([property: Id(0)] IReadOnlyList<WaitingReview> Reviews, [property: Id(1)] long Forgotten)
{
    /// <summary>What waits of the records that are on disk, and were not removed because of their age.</summary>
    internal static PartitionQueue Of(OpenReviews reviews, int partition, long first, long committed)
        => new([.. reviews.All.Where(one => one.Sequence >= first && one.Sequence <= committed).Select(one => WaitingReview.Of(one, reviews.ProgressOf(one.Sequence), partition))], reviews.Forgotten);
}
