using System.Runtime.InteropServices;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The references of a shard that are claimed and not settled.</summary>
internal sealed class ClaimTable(TimeProvider time)
{
    /// <summary>
    /// How long a batch may take from its claims to its decision. Whoever decides refuses afterwards, so that a claim that lapsed is not decided.
    /// </summary>
    public static readonly TimeSpan DecisionTime = TimeSpan.FromSeconds(20);

    /// <summary>When a claim lapses. The gap to <see cref="DecisionTime"/> covers the difference between the clocks of two machines.</summary>
    public static readonly TimeSpan LapseTime = TimeSpan.FromSeconds(60);

    private readonly Dictionary<ReferenceKey, Claim> claims = [];
    private long lastNumber;

    /// <summary>Whether nothing is claimed.</summary>
    public bool IsEmpty => claims.Count == 0;

    /// <summary>The number of the next claims.</summary>
    public long NextNumber() => ++lastNumber;

    /// <summary>Who claims a reference; false when nobody does.</summary>
    public bool TryGet(ReferenceKey reference, out ReferenceClaim claim)
    {
        if (!claims.TryGetValue(reference, out var found) || PlantedBugs.LoseClaim)
        {
            claim = ReferenceClaim.Free;
            return false;
        }

        var state = time.GetElapsedTime(found.At) < LapseTime ? ReferenceState.InFlight : ReferenceState.Lapsed;
        claim = new ReferenceClaim(state, found.Partition, Sequence: -1);
        return true;
    }

    /// <summary>Grants a claim, in the place of one that lapsed where there is one.</summary>
    public void Grant(ReferenceKey reference, int partition, long number)
    {
        ref var claim = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, reference, out _);
        claim.Ended?.SetResult();
        claim = new Claim(partition, number, time.GetTimestamp(), Ended: null);
    }

    /// <summary>Ends a claim; nothing happens when it was taken over.</summary>
    public void End(ReferenceKey reference, long number)
    {
        if (claims.TryGetValue(reference, out var claim) && claim.Number == number)
        {
            claims.Remove(reference);
            claim.Ended?.SetResult();
        }
    }

    /// <summary>Completes when a reference is not claimed, or its claim has ended.</summary>
    public Task WaitForEnd(ReferenceKey reference)
    {
        ref var claim = ref CollectionsMarshal.GetValueRefOrNullRef(claims, reference);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref claim))
        {
            return Task.CompletedTask;
        }

        var ended = claim.Ended ?? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        claim = claim with { Ended = ended };
        return ended.Task;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Claim(int Partition, long Number, long At, TaskCompletionSource? Ended);
}
