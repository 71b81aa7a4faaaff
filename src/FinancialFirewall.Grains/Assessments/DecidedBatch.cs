using FinancialFirewall.Domain.Results;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>What became of a <see cref="PartitionBatch"/>: all of it is decided and on disk, or nothing of it is decided.</summary>
/// <param name="Records">The assessments, one behind the other.</param>
/// <param name="Ends">Where each of them ends.</param>
/// <param name="PolicyVersion">The policy version in force.</param>
/// <param name="HasReleases">Whether there are refunds, reversals or returns among them, whose originals are not told yet.</param>
/// <param name="Refusal">Why nothing was decided; null when all was.</param>
[GenerateSerializer, Immutable, Alias("ff.DecidedBatch")]
public sealed record DecidedBatch(
    [property: Id(0)] ReadOnlyMemory<byte> Records,
    [property: Id(1)] int[] Ends,
    [property: Id(2)] int PolicyVersion,
    [property: Id(3)] bool HasReleases,
    [property: Id(4)] Error? Refusal = null)
{
    /// <summary>The assessment of one payment of the batch.</summary>
    public ReadOnlyMemory<byte> this[int index] => Records[(index == 0 ? 0 : Ends[index - 1])..Ends[index]];

    /// <summary>Nothing was decided.</summary>
    public static DecidedBatch Refused(int policyVersion, Error error) => new(default, [], policyVersion, HasReleases: false, error);
}
