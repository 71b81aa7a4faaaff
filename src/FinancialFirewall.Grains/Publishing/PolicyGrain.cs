using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Publishing;

/// <inheritdoc cref="IPolicyGrain"/>
public sealed partial class PolicyGrain(PolicyStore store, PolicyCatalog catalog, TimeProvider time, ILogger<PolicyGrain> logger) : Grain, IPolicyGrain
{
    /// <summary>How long a caller waits for a publish before it is told that it is pending: well below the time that a call may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long a caller waits for what somebody else is publishing before its own change is begun.</summary>
    private static readonly TimeSpan PatienceWithOthers = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(5);

    private PolicyPointer pointer = new(0, 0);
    private Task? rolling;
    private IGrainTimer? retrying;
    private PublishedPolicy? described;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        pointer = await store.ReadPointerAsync(Tenant);
        RetryWhilePending();
    }

    /// <inheritdoc/>
    public Task Resume() => RollForwardWhenPending();

    /// <inheritdoc/>
    public async Task<PublishedPolicy?> GetPublished()
        => pointer.Committed == 0 ? null : await DescribeAsync(pointer.Committed);

    /// <inheritdoc/>
    public async Task<Result<PolicyAgreement>> Verify()
    {
        if (pointer.Pending != 0)
        {
            return PolicyErrors.Pending(pointer.Pending);
        }

        if (pointer.Committed == 0)
        {
            return new PolicyAgreement(0, 0, 0);
        }

        var publication = new PolicyPublication(new TenantGrains(GrainFactory, Tenant), pointer.Committed);
        var behind = await publication.CountBehindAsync();
        if (behind > 0)
        {
            await publication.SwitchAsync();
        }

        return new PolicyAgreement(pointer.Committed, PolicyPublication.Receivers, behind);
    }

    /// <inheritdoc/>
    public async Task<Result<PublishedPolicy>> Publish(PolicyChange change)
    {
        if (pointer.Pending != 0 && !await TryRollForwardAsync(PatienceWithOthers))
        {
            return PolicyErrors.Busy;
        }

        if (change.ExpectedVersion != 0 && change.ExpectedVersion != pointer.Committed)
        {
            return PolicyErrors.VersionConflict(change.ExpectedVersion, pointer.Committed);
        }

        var accepted = await AcceptAsync(change);
        if (!accepted.IsSuccess)
        {
            return Result.Failure<PublishedPolicy>(accepted.Errors);
        }

        if (accepted.Value is { } next)
        {
            var pending = pointer with { Pending = next.Stored.Version };
            await store.AcceptAsync(Tenant, next.Stored, next.Version, pending, next.Note);
            pointer = pending;
            RetryWhilePending();

            // From here on no other policy can get this number.
            catalog.Add(Tenant, next.Compiled);
            if (!await TryRollForwardAsync(Patience))
            {
                return PolicyErrors.Pending(next.Stored.Version);
            }
        }

        return await DescribeAsync(pointer.Committed);
    }

    /// <summary>Checks a change against everything that a policy has to fulfil.</summary>
    /// <returns>The version to publish; null when the change is in force already.</returns>
    private async Task<Result<AcceptedPolicy?>> AcceptAsync(PolicyChange change)
    {
        var present = await GetPublished();
        var read = PolicyDocumentReader.Read(change.Document.Span);
        if (!read.IsSuccess)
        {
            return Result.Failure<AcceptedPolicy?>(read.Errors);
        }

        TenantScope.Enter(Tenant);
        var profile = await GrainFactory.GetGrain<ITenantGrain>(Tenant.Name).GetProfile();
        if (profile is null)
        {
            return PolicyErrors.TenantUnknown(Tenant);
        }

        var inForce = present is null ? null : await catalog.GetAsync(Tenant, present.Version);
        var inherited = PolicyLists.Inherit(read.Value, inForce?.Document);
        if (!inherited.IsSuccess)
        {
            return Result.Failure<AcceptedPolicy?>(inherited.Errors);
        }

        var document = PolicyDocumentWriter.Write(inherited.Value);
        if (present is not null && present.Document.Span.SequenceEqual(document))
        {
            return Result.Success<AcceptedPolicy?>(null);
        }

        return PolicyAcceptance.Check(profile, change, inForce?.Document, inherited.Value, document.Length, pointer.Committed) is { } refusal
            ? refusal
            : await CompileAsync(change, profile, inForce, inherited.Value, document);
    }

    private async Task<Result<AcceptedPolicy?>> CompileAsync(PolicyChange change, TenantProfile profile, CompiledPolicy? inForce, PolicyDocument next, byte[] document)
    {
        var now = Instant.From(time.GetUtcNow());
        var stored = new StoredPolicy(pointer.Committed + 1, document, now.UnixMicroseconds, profile.Since.UnixMicroseconds);
        var compiled = await catalog.CompileAsync(Tenant, stored, next);
        if (!compiled.IsSuccess)
        {
            return Result.Failure<AcceptedPolicy?>(compiled.Errors);
        }

        var note = PolicyNotes.Of(change.Note, stored.Version, inForce?.Document, next);
        var version = PolicyAcceptance.Describe(stored, compiled.Value.Hash, change.Origin, note);
        return new AcceptedPolicy(await ShareAsync(stored, inForce, compiled.Value), version, compiled.Value, note);
    }

    /// <summary>Has a version that differs from the one in force in what lists hold alone share its document.</summary>
    private async ValueTask<StoredPolicy> ShareAsync(StoredPolicy stored, CompiledPolicy? inForce, CompiledPolicy next)
        => inForce is not null && PolicyLists.DifferInContentsAlone(inForce, next)
            ? stored with { Like = await store.FindSharedAsync(Tenant, inForce.Version), Contents = PolicyLists.ContentsOf(next.Document) }
            : stored;

    private async Task<bool> TryRollForwardAsync(TimeSpan patience)
    {
        try
        {
            await RollForwardWhenPending().WaitAsync(patience, time);
            return pointer.Pending == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogInterrupted(problem, pointer.Pending, Tenant.Name);
            return false;
        }
    }

    /// <summary>Tries until nothing is pending any more; the activation stays as long, since nobody else would begin again.</summary>
    private void RetryWhilePending()
    {
        if (pointer.Pending != 0)
        {
            retrying ??= this.RegisterGrainTimer(_ => RollForwardWhenPending(), new GrainTimerCreationOptions(TimeSpan.Zero, RetryPeriod) { Interleave = true, KeepAlive = true });
        }
    }

    private Task RollForwardWhenPending()
    {
        if (pointer.Pending == 0)
        {
            return Task.CompletedTask;
        }

        return rolling is { IsCompleted: false } ? rolling : rolling = RollForwardAsync(pointer.Pending);
    }

    /// <summary>Prepares every shard and partition, commits, and switches them; each step can be repeated.</summary>
    private async Task RollForwardAsync(int version)
    {
        var publication = new PolicyPublication(new TenantGrains(GrainFactory, Tenant), version);
        if (pointer.Committed != version)
        {
            // Before the first version no partition can be active, so that there is nobody to prepare.
            await (pointer.Committed == 0 ? Task.CompletedTask : publication.PrepareAsync());
            await MoveAsync(new PolicyPointer(version, version));
        }

        await (PlantedBugs.AnswerBeforeSwitch ? Task.CompletedTask : publication.SwitchAsync());
        await MoveAsync(new PolicyPointer(version, 0));
        retrying?.Dispose();
        retrying = null;
        LogPublished(version, Tenant.Name);
    }

    private async Task MoveAsync(PolicyPointer next)
    {
        await store.WritePointerAsync(Tenant, next);
        pointer = next;
    }

    private async ValueTask<PublishedPolicy> DescribeAsync(int version)
    {
        if (described?.Version == version)
        {
            return described;
        }

        var stored = await store.ReadAsync(Tenant, version) ?? throw new InvalidOperationException($"Policy version {version} of '{Tenant}' is not stored.");
        var compiled = await catalog.GetAsync(Tenant, version);
        var warnings = compiled.Warnings.Select(static warning => warning.Message).ToList();
        return described = new PublishedPolicy(version, compiled.Hash, stored.Document, new Instant(stored.PublishedMicroseconds), warnings);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Policy version {Version} of tenant '{Tenant}' is in force.")]
    private partial void LogPublished(int version, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "Publishing policy version {Version} of tenant '{Tenant}' was interrupted and will be tried again.")]
    private partial void LogInterrupted(Exception problem, int version, string tenant);
}
