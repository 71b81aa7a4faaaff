using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Keys;

/// <summary>Fills keyed windows of any number of shards from stored assessments.</summary>
internal sealed class KeyFill
{
    private readonly CompiledPolicy policy;
    private readonly Dictionary<int, KeyWindowHistory>?[] shards = new Dictionary<int, KeyWindowHistory>?[TenantGrainKeys.Shards];
    private readonly int[] windows;
    private readonly EvaluationFrame frame = new();
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];

    /// <summary>Fills new windows of every shard.</summary>
    /// <param name="policy">The policy that the windows belong to.</param>
    /// <param name="windows">Which of its keyed windows are filled.</param>
    public KeyFill(CompiledPolicy policy, IEnumerable<int> windows)
    {
        this.policy = policy;
        this.windows = [.. windows];
        for (var i = 0; i < shards.Length; i++)
        {
            shards[i] = this.windows.ToDictionary(window => window, window => new KeyWindowHistory(policy.KeyedWindows[window]));
        }
    }

    /// <summary>Fills windows of one shard further.</summary>
    /// <param name="policy">The policy that the windows belong to.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="existing">The windows.</param>
    public KeyFill(CompiledPolicy policy, int shard, IEnumerable<KeyWindowHistory> existing)
    {
        this.policy = policy;
        var byNumber = existing.ToDictionary(history => IndexOf(history.Window));
        shards[shard] = byNumber;
        windows = [.. byNumber.Keys];
    }

    /// <summary>The windows of one shard.</summary>
    public IEnumerable<KeyWindowHistory> OfShard(int shard) => shards[shard]?.Values ?? Enumerable.Empty<KeyWindowHistory>();

    /// <summary>Takes in one stored record.</summary>
    public ValueTask TakeAsync(ReadOnlyMemory<byte> record)
    {
        if (new RecordHeader(record.Span).Kind == RecordKind.Assessment && !PlantedBugs.ForgetKeyedHistory)
        {
            Take(record);
        }

        return ValueTask.CompletedTask;
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        var record = new AssessmentRecord(bytes.Span);
        var payment = record.Payment;
        if (!MemoryMarshal.TryGetArray(bytes, out var array) || !bytes.Span.Overlaps(payment.Bytes, out var offset))
        {
            throw new InvalidOperationException("Records of the journal are read into arrays.");
        }

        frame.Load(array.Array!, array.Offset + offset, payment.Bytes.Length, record.AssessedAt);
        policy.Prepare(frame, account, keyed);
        foreach (var window in windows)
        {
            if (KeyedMember.TryGet(payment, policy.KeyedWindows[window].Key, out var key, out var hash)
                && shards[TenantGrainKeys.PartitionOf(hash)] is { } shard)
            {
                shard[window].Fill(key, hash, record.AssessedAt, keyed[window], payment.Bytes);
            }
        }
    }

    private int IndexOf(KeyedWindow window)
    {
        for (var i = 0; i < policy.KeyedWindows.Count; i++)
        {
            if (string.Equals(policy.KeyedWindows[i].Window.Id, window.Window.Id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The policy has no window '{window.Window.Id}'.");
    }
}
