using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.References;
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

    /// <summary>How long an activation stays for the sake of claims and observations that nobody has ended.</summary>
    private static readonly TimeSpan OutstandingTime = TimeSpan.FromDays(1);

    private readonly ClaimTable claims = new(time);
    private readonly ObservedPayments observed = new();
    private TenantId tenant;
    private int shard;
    private ReferenceLookup lookup = null!;
    private CompiledPolicy? policy;
    private KeyWindows windows = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (tenant, shard) = TenantGrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        lookup = new ReferenceLookup(journal, references, tenant);
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
        StayForOutstanding();
        var own = claims.Begin(request);
        try
        {
            return new KeyClaims(own.Number, await ClaimAllAsync(own));
        }
        catch
        {
            // Whoever asked never learns the number, and could not end what was granted.
            foreach (var reference in request.References)
            {
                claims.End(reference, own.Number);
            }

            throw;
        }
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
            values[i] = windows.Observe(observation, asking, observed.Of(observation.Payment, observation.Partition));
        }

        return values;
    }

    /// <inheritdoc/>
    public Task Settle(KeySettlement settlement)
    {
        claims.Approach(settlement.References);
        foreach (ref readonly var reference in settlement.References.AsSpan())
        {
            claims.End(reference, settlement.Number);
        }

        LeaveWhenNothingIsOutstanding();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SettleObservations(ObservationSettlement settlement)
    {
        for (var i = 0; i < settlement.Payments.Count; i++)
        {
            observed.End(settlement.Payments[i], settlement.Partitions[i], isDecided: !settlement.Undecided[i]);
        }

        LeaveWhenNothingIsOutstanding();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ReferenceClaim> Find(ReferenceKey reference)
    {
        if (claims.TryGet(reference, out var claim) && claim.State == ReferenceState.InFlight)
        {
            return claim;
        }

        var committed = await new ReferenceLookup(journal, references, tenant).FindAsync(reference);
        return committed is null ? claim : Describe(committed);
    }

    /// <inheritdoc/>
    public Task WaitForSettlement(ReferenceKey reference) => claims.WaitForEnd(reference);

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
    public Task<int> GetPolicyVersion() => Task.FromResult(policy?.Version ?? 0);

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
    public Task Forget(IReadOnlyList<ulong> keyHashes)
    {
        windows.Forget(keyHashes.ToHashSet());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Finish(int version) => policy?.Version == version ? windows.FinishAsync(catalog) : Task.CompletedTask;

    /// <summary>Claims and observations are in this activation alone: idle or not, it does not end before they do.</summary>
    private void StayForOutstanding() => DelayDeactivation(OutstandingTime);

    private void LeaveWhenNothingIsOutstanding()
    {
        if (claims.IsEmpty && observed.IsEmpty)
        {
            DelayDeactivation(TimeSpan.Zero);
        }
    }

    /// <summary>Waits on this grain's scheduler: a wait with a limit alone would resume on another one.</summary>
    private static async Task WaitAsync(Task prepared) => await prepared;

    private static ReferenceClaim[] Granted(int count)
    {
        var granted = new ReferenceClaim[count];
        Array.Fill(granted, ReferenceClaim.Free);
        return granted;
    }

    private static ReferenceClaim Describe(FoundAssessment? committed)
        => committed is { } found ? new ReferenceClaim(ReferenceState.Committed, found.Address.Partition, found.Address.Sequence, found.Record) : ReferenceClaim.Free;

    /// <summary>Claims the references of a request.</summary>
    /// <returns>Who has each of them; null when all were granted.</returns>
    private async ValueTask<ReferenceClaim[]?> ClaimAllAsync(ClaimingRequest request)
    {
        ReferenceClaim[]? found = null;
        var mayBeStored = lookup.MayBeStored(request.References);
        claims.Approach(request.References);
        for (var i = 0; i < request.References.Length; i++)
        {
            var claim = mayBeStored[i]
                ? await FindAsync(request.References[i], request.TakesOver)
                : ReferenceClaim.Free;
            if (claim.State == ReferenceState.Free)
            {
                claim = claims.Grant(request, i);
            }

            if (claim.State != ReferenceState.Free)
            {
                found ??= Granted(request.References.Length);
                found[i] = claim;
            }
        }

        return found;
    }

    /// <summary>Who has a reference. A claim that lapsed and is taken over does not count: only what it left in the journal does.</summary>
    private async ValueTask<ReferenceClaim> FindAsync(ReferenceKey reference, bool takesOver)
        => claims.TryGet(reference, out var claim) && !(takesOver && claim.State == ReferenceState.Lapsed)
            ? claim
            : Describe(await lookup.FindAsync(reference));
}
