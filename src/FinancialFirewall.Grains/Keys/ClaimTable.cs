using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Bytes;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Keys;

/// <summary>
/// The references of a shard that are claimed and not settled: open addressing over the upper half of their hashes, 16 bytes a slot, half of them free at least. What else there is to know of a
/// claim stays in the request that made it, so that a claim is one slot to look at, and those of a batch can be asked for together.
/// </summary>
internal sealed class ClaimTable(TimeProvider time)
{
    /// <summary>
    /// How long a batch may take from its claims to its decision. Whoever decides refuses afterwards, so that a claim that lapsed is not decided.
    /// </summary>
    public static readonly TimeSpan DecisionTime = TimeSpan.FromSeconds(20);

    /// <summary>When a claim lapses. The gap to <see cref="DecisionTime"/> covers the difference between the clocks of two machines.</summary>
    public static readonly TimeSpan LapseTime = TimeSpan.FromSeconds(60);

    private const int FirstSlots = 16;

    private Slot[] slots = new Slot[FirstSlots];
    private int count;
    private long lastNumber;

    /// <summary>Whether nothing is claimed.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Begins the claims of one request.</summary>
    public ClaimingRequest Begin(KeyClaimRequest request) => new(++lastNumber, time.GetTimestamp(), request);

    /// <summary>Brings near what is looked at for each of some references: worth it for many before the first of them.</summary>
    public void Approach(ReadOnlySpan<ReferenceKey> references)
    {
        foreach (ref readonly var reference in references)
        {
            CacheLines.Approach(ref slots[Home(TagOf(reference))]);
        }
    }

    /// <summary>Who claims a reference; false when nobody does.</summary>
    public bool TryGet(ReferenceKey reference, out ReferenceClaim claim)
    {
        ref var slot = ref slots[Find(reference)];
        var isClaimed = slot.Request is not null && !PlantedBugs.LoseClaim;
        claim = isClaimed ? Describe(slot) : ReferenceClaim.Free;
        return isClaimed;
    }

    /// <summary>Grants a claim, also in the place of one that lapsed where the request takes that over.</summary>
    /// <param name="request">The request that it belongs to.</param>
    /// <param name="item">Which of its references is claimed.</param>
    /// <returns><see cref="ReferenceClaim.Free"/> when it was granted, or else who claims it.</returns>
    public ReferenceClaim Grant(ClaimingRequest request, int item)
    {
        if (2 * (count + 1) > slots.Length)
        {
            Grow();
        }

        ref var slot = ref slots[Find(request.References[item])];
        if (slot.Request is null)
        {
            count++;
        }
        else if (!PlantedBugs.LoseClaim)
        {
            var present = Describe(slot);
            if (!request.TakesOver || present.State != ReferenceState.Lapsed)
            {
                return present;
            }

            slot.Request.End(slot.Item);
        }

        slot = new Slot(request, TagOf(request.References[item]), item);
        return ReferenceClaim.Free;
    }

    /// <summary>Ends a claim; nothing happens when it was taken over.</summary>
    public void End(ReferenceKey reference, long number)
    {
        var place = Find(reference);
        if (slots[place].Request is { } request && request.Number == number)
        {
            request.End(slots[place].Item);
            Free(place);
        }
    }

    /// <summary>Completes when a reference is not claimed, or its claim has ended or lapsed.</summary>
    public Task WaitForEnd(ReferenceKey reference)
    {
        ref var slot = ref slots[Find(reference)];
        if (slot.Request is not { } request)
        {
            return Task.CompletedTask;
        }

        var left = LapseTime - time.GetElapsedTime(request.At);
        return left <= TimeSpan.Zero ? Task.CompletedTask : WaitAsync(request.WaitForEnd(slot.Item), left);
    }

    private static uint TagOf(in ReferenceKey reference) => (uint)(reference.Hash >> 32);

    /// <summary>Waits for the end of a claim that somebody may never end.</summary>
    private async Task WaitAsync(Task ended, TimeSpan limit)
        => await OnOwnSchedulerAsync(ended).WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>A wait with a limit alone would resume on another scheduler.</summary>
    private static async Task OnOwnSchedulerAsync(Task ended) => await ended;

    private ReferenceClaim Describe(in Slot slot)
    {
        var state = time.GetElapsedTime(slot.Request!.At) < LapseTime ? ReferenceState.InFlight : ReferenceState.Lapsed;
        return new ReferenceClaim(state, slot.Request.Partitions[slot.Item], Sequence: -1);
    }

    /// <summary>Where the slot of a reference is, or the free one where it would go.</summary>
    private int Find(in ReferenceKey reference)
    {
        var tag = TagOf(reference);
        var place = Home(tag);
        while (slots[place].Request is { } request && (slots[place].Tag != tag || !request.References[slots[place].Item].Equals(reference)))
        {
            place = Next(place);
        }

        return place;
    }

    /// <summary>Frees a slot; what stands behind it and would not be found any more takes its place.</summary>
    private void Free(int free)
    {
        count--;
        for (var place = Next(free); slots[place].Request is not null; place = Next(place))
        {
            // It may move where its home is not between the free slot and its own.
            if (Distance(Home(slots[place].Tag), place) >= Distance(free, place))
            {
                slots[free] = slots[place];
                free = place;
            }
        }

        slots[free] = default;
    }

    private void Grow()
    {
        var before = slots;
        slots = new Slot[2 * before.Length];
        foreach (ref readonly var slot in before.AsSpan())
        {
            if (slot.Request is not null)
            {
                slots[Find(slot.Request.References[slot.Item])] = slot;
            }
        }
    }

    private int Home(uint tag) => (int)(((ulong)tag * (uint)slots.Length) >> 32);

    private int Next(int place) => (place + 1) & (slots.Length - 1);

    private int Distance(int from, int to) => (to - from) & (slots.Length - 1);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(ClaimingRequest? Request, uint Tag, int Item);
}
