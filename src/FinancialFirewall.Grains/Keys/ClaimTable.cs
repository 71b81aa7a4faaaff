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

    /// <summary>Begins the claims of one request.</summary>
    /// <returns>Their number, and when they were made.</returns>
    public (long Number, long At) Begin() => (++lastNumber, time.GetTimestamp());

    /// <summary>Who claims a reference; false when nobody does.</summary>
    public bool TryGet(ReferenceKey reference, out ReferenceClaim claim)
    {
        var isClaimed = claims.TryGetValue(reference, out var found) && !PlantedBugs.LoseClaim;
        claim = isClaimed ? Describe(found) : ReferenceClaim.Free;
        return isClaimed;
    }

    /// <summary>Grants a claim, also in the place of one that lapsed where that is taken over.</summary>
    /// <param name="reference">What is claimed.</param>
    /// <param name="partition">The partition that is to decide it.</param>
    /// <param name="request">The request that it belongs to.</param>
    /// <param name="takesOver">Whether a claim that lapsed does not count.</param>
    /// <returns><see cref="ReferenceClaim.Free"/> when it was granted, or else who claims it.</returns>
    public ReferenceClaim Grant(ReferenceKey reference, int partition, (long Number, long At) request, bool takesOver)
    {
        ref var claim = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, reference, out var isClaimed);
        if (isClaimed && !PlantedBugs.LoseClaim)
        {
            var present = Describe(claim);
            if (!takesOver || present.State != ReferenceState.Lapsed)
            {
                return present;
            }

            claim.Ended?.SetResult();
        }

        claim = new Claim(partition, request.Number, request.At, Ended: null);
        return ReferenceClaim.Free;
    }

    /// <summary>Ends a claim; nothing happens when it was taken over.</summary>
    public void End(ReferenceKey reference, long number)
    {
        if (!claims.Remove(reference, out var claim))
        {
            return;
        }

        if (claim.Number == number)
        {
            claim.Ended?.SetResult();
        }
        else
        {
            claims.Add(reference, claim);
        }
    }

    /// <summary>Completes when a reference is not claimed, or its claim has ended or lapsed.</summary>
    public Task WaitForEnd(ReferenceKey reference)
    {
        ref var claim = ref CollectionsMarshal.GetValueRefOrNullRef(claims, reference);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref claim))
        {
            return Task.CompletedTask;
        }

        var left = LapseTime - time.GetElapsedTime(claim.At);
        if (left <= TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        var ended = claim.Ended ?? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        claim = claim with { Ended = ended };
        return WaitAsync(ended.Task, left);
    }

    /// <summary>Waits for the end of a claim that somebody may never end.</summary>
    private async Task WaitAsync(Task ended, TimeSpan limit)
        => await OnOwnSchedulerAsync(ended).WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>A wait with a limit alone would resume on another scheduler.</summary>
    private static async Task OnOwnSchedulerAsync(Task ended) => await ended;

    private ReferenceClaim Describe(in Claim claim)
    {
        var state = time.GetElapsedTime(claim.At) < LapseTime ? ReferenceState.InFlight : ReferenceState.Lapsed;
        return new ReferenceClaim(state, claim.Partition, Sequence: -1);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Claim(int Partition, long Number, long At, TaskCompletionSource? Ended);
}
