using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A request whose references are claimed, as long as any of its claims is not settled.</summary>
/// <param name="number">The number under which its claims are granted.</param>
/// <param name="at">When they were made, as a timestamp of the clock.</param>
/// <param name="request">What was asked for.</param>
internal sealed class ClaimingRequest(long number, long at, KeyClaimRequest request)
{
    private Dictionary<int, TaskCompletionSource>? waiting;

    /// <summary>The number under which its claims are granted.</summary>
    public long Number { get; } = number;

    /// <summary>When they were made.</summary>
    public long At { get; } = at;

    /// <summary>What is claimed.</summary>
    public ReferenceKey[] References { get; } = request.References;

    /// <summary>For each the partition that is to decide it.</summary>
    public byte[] Partitions { get; } = request.Partitions;

    /// <summary>Whether a claim that lapsed does not count.</summary>
    public bool TakesOver { get; } = request.TakesOver;

    /// <summary>Completes when one of its claims ends.</summary>
    public Task WaitForEnd(int item)
    {
        waiting ??= [];
        if (!waiting.TryGetValue(item, out var ended))
        {
            waiting.Add(item, ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return ended.Task;
    }

    /// <summary>Ends one of its claims.</summary>
    public void End(int item)
    {
        if (waiting is not null && waiting.Remove(item, out var ended))
        {
            ended.SetResult();
        }
    }
}
