using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <inheritdoc cref="IKeyGrain"/>
public sealed class KeyGrain(
    IJournal journal, IReferenceIndex references, PolicyStore policies, PolicyCatalog catalog, KeyBackfill backfill, TimeProvider time) : Grain, IKeyGrain
{
    /// <summary>How long one call prepares, well below the time that a call may take.</summary>
    private static readonly TimeSpan PreparationTime = TimeSpan.FromSeconds(10);

    /// <summary>How many refused payments are remembered, so that they are not counted again when they come again.</summary>
    private const int MaximumRefused = 65_536;

    /// <summary>How long an activation stays for the sake of claims and observations that nobody has ended.</summary>
    private static readonly TimeSpan OutstandingTime = TimeSpan.FromDays(1);

    private readonly Dictionary<ReferenceKey, int> claimed = [];
    private readonly Queue<ReferenceKey> refused = [];
    private readonly Dictionary<ReferenceKey, ObservedPayment> observed = [];
    private TenantId tenant;
    private int shard;
    private CompiledPolicy? policy;
    private KeyWindows windows = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (tenant, shard) = TenantGrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        windows = new KeyWindows(journal, tenant, shard, backfill);
        if (await policies.GetCommittedVersionAsync(tenant) is { } version)
        {
            policy = await catalog.GetAsync(tenant, version);
            windows.Prepare(policy);
            await windows.Prepared;
            await windows.SwitchAsync(policy);
        }
    }

    /// <inheritdoc/>
    public async Task<KeyClaims> Claim(KeyClaimRequest request)
    {
        if (request.Claims.Count > 0)
        {
            StayForOutstanding();
        }

        var claims = new ReferenceClaim[request.Claims.Count];
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = await FindAsync(request.Claims[i], request.Partition);
            if (claims[i].State == ReferenceState.Free)
            {
                claimed[request.Claims[i]] = request.Partition;
            }
        }

        var originals = new ReferenceClaim[request.Originals.Count];
        for (var i = 0; i < originals.Length; i++)
        {
            originals[i] = await FindAsync(request.Originals[i], asking: -1);
        }

        return new KeyClaims(claims, originals);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AggregateValue[]>> Observe(KeyObservations request)
    {
        // A partition that has just activated decides by the committed version at once, maybe before this shard was told of it.
        await Switch(request.PolicyVersion);
        StayForOutstanding();
        var asking = await catalog.GetAsync(tenant, request.PolicyVersion);
        var values = new AggregateValue[request.Observations.Count][];
        for (var i = 0; i < values.Length; i++)
        {
            var observation = request.Observations[i];
            if (!observed.TryGetValue(observation.Payment, out var payment) || payment.Partition != request.Partition)
            {
                payment = observed[observation.Payment] = new ObservedPayment(request.Partition);
            }

            values[i] = windows.Observe(observation, asking, payment);
        }

        return values;
    }

    /// <inheritdoc/>
    public Task Settle(KeySettlement settlement)
    {
        for (var i = 0; i < settlement.References.Count; i++)
        {
            var reference = settlement.References[i];
            if (claimed.TryGetValue(reference, out var partition) && partition == settlement.Partition)
            {
                claimed.Remove(reference);
            }

            if (observed.TryGetValue(reference, out var payment) && payment.Partition == settlement.Partition)
            {
                Settle(reference, isDecided: settlement.Sequences[i] != 0);
            }
        }

        if (claimed.Count == 0 && observed.Count == 0)
        {
            DelayDeactivation(TimeSpan.Zero);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<PublishProgress> Prepare(int version)
    {
        windows.Prepare(await catalog.GetAsync(tenant, version));
        try
        {
            await WaitAsync(windows.Prepared).WaitAsync(PreparationTime, time);
            return new PublishProgress(Done: true, windows.Scanned);
        }
        catch (TimeoutException)
        {
            return new PublishProgress(Done: false, windows.Scanned);
        }
    }

    /// <inheritdoc/>
    public async Task Switch(int version)
    {
        if (policy is null || policy.Version < version)
        {
            var next = await catalog.GetAsync(tenant, version);
            windows.Prepare(next);
            await windows.Prepared;
            await windows.SwitchAsync(next);
            policy = next;
        }
    }

    /// <inheritdoc/>
    public Task Finish(int version) => policy?.Version == version ? windows.FinishAsync(catalog) : Task.CompletedTask;

    /// <summary>Claims and observations are in this activation alone: idle or not, it does not end before they do.</summary>
    private void StayForOutstanding() => DelayDeactivation(OutstandingTime);

    /// <summary>Waits on this grain's scheduler: a wait with a limit alone would resume on another one.</summary>
    private static async Task WaitAsync(Task prepared) => await prepared;

    /// <summary>Forgets what was observed of a payment once it is on disk; what was refused may come again, and is then not counted again.</summary>
    private void Settle(ReferenceKey reference, bool isDecided)
    {
        if (isDecided)
        {
            observed.Remove(reference);
            return;
        }

        refused.Enqueue(reference);
        if (refused.Count > MaximumRefused)
        {
            observed.Remove(refused.Dequeue());
        }
    }

    /// <summary>Who has a reference. What the asking partition itself left behind in an attempt that failed is free to it.</summary>
    private async ValueTask<ReferenceClaim> FindAsync(ReferenceKey reference, int asking)
    {
        if (claimed.TryGetValue(reference, out var owner) && owner != asking)
        {
            return new ReferenceClaim(ReferenceState.InFlight, owner, Sequence: -1);
        }

        return await ReferenceLookup.FindAsync(journal, references, tenant, reference) is { } found
            ? new ReferenceClaim(ReferenceState.Committed, found.Address.Partition, found.Address.Sequence)
            : ReferenceClaim.Free;
    }
}
