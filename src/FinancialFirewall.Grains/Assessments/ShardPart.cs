using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The references of a batch that belong to one shard.</summary>
/// <param name="number">The shard.</param>
/// <param name="count">How many there are.</param>
internal sealed class ShardPart(int number, int count)
{
    private readonly ReferenceKey[] references = new ReferenceKey[count];
    private readonly byte[] partitions = new byte[count];
    private readonly int[] items = new int[count];
    private int added;

    public int Number { get; } = number;

    public ReferenceKey[] References => references;

    /// <summary>For each the partition that is to decide it.</summary>
    public byte[] Partitions => partitions;

    /// <summary>Where each stands in the whole batch.</summary>
    public ReadOnlySpan<int> Items => items;

    /// <summary>What became of the claims; null while nothing is claimed.</summary>
    public KeyClaims? Claims { get; set; }

    /// <summary>Adds a reference.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="partition">The partition that is to decide it.</param>
    /// <param name="item">Where it stands in the whole batch.</param>
    public void Add(ulong hash, ReadOnlyMemory<byte> utf8, int partition, int item)
    {
        references[added] = new ReferenceKey(hash, utf8);
        (partitions[added], items[added]) = ((byte)partition, item);
        added++;
    }

    /// <summary>What was found of one reference.</summary>
    public ReferenceClaim ClaimOf(int index) => Claims?.Claims?[index] ?? ReferenceClaim.Free;

    /// <summary>The references whose claims lapsed, not claimed yet; null when there are none.</summary>
    public ShardPart? SelectLapsed()
    {
        var lapsed = Claims?.Claims?.Count(claim => claim.State == ReferenceState.Lapsed) ?? 0;
        if (lapsed == 0)
        {
            return null;
        }

        var part = new ShardPart(Number, lapsed);
        for (var i = 0; i < items.Length; i++)
        {
            if (ClaimOf(i).State == ReferenceState.Lapsed)
            {
                part.Add(references[i].Hash, references[i].Utf8, partitions[i], items[i]);
            }
        }

        return part;
    }
}
