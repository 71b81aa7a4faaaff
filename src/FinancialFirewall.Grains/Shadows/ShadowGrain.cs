using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Storage.Journals;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Shadows;

/// <inheritdoc cref="IShadowGrain"/>
public sealed class ShadowGrain(DraftStore drafts, PolicyVersions versions, PolicyStore store, PolicyCatalog catalog, IJournal journal, ShadowRoom room, TimeProvider time)
    : Grain, IShadowGrain
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private RunningShadow? shadow;
    private IGrainTimer? timer;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<Result<ShadowReport>> Start(Guid draft)
    {
        if (await drafts.ReadAsync(Tenant, draft) is not { } found)
        {
            return DraftErrors.Unknown(draft);
        }

        var compiled = await CompileAsync(found);
        if (!compiled.IsSuccess)
        {
            return Result.Failure<ShadowReport>(compiled.Errors);
        }

        var next = new RunningShadow(found, compiled.Value, Instant.From(time.GetUtcNow()), catalog);
        await next.OpenAsync(journal, time);
        Stop(ShadowStatus.Ended);
        if (!room.TryEnter())
        {
            next.Dispose();
            return ShadowErrors.Exhausted;
        }

        shadow = next;
        timer = this.RegisterGrainTimer(_ => AdvanceAsync(), new GrainTimerCreationOptions(TimeSpan.Zero, Period) { Interleave = true, KeepAlive = true });
        return shadow.Describe(journal);
    }

    /// <inheritdoc/>
    public Task<Result<ShadowReport>> Find(Guid draft) => Task.FromResult<Result<ShadowReport>>(shadow?.Draft.Id == draft ? shadow.Describe(journal) : ShadowErrors.Unknown(draft));

    /// <inheritdoc/>
    public Task<Result<ShadowReport>> End(Guid draft)
    {
        if (shadow?.Draft.Id == draft)
        {
            Stop(ShadowStatus.Ended);
        }

        return Find(draft);
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Stop(ShadowStatus.Ended);
        return Task.CompletedTask;
    }

    private void Stop(ShadowStatus status)
    {
        shadow?.End(status);
        if (timer is not null)
        {
            timer.Dispose();
            timer = null;
            room.Leave();
            shadow?.Dispose();
        }
    }

    private async Task AdvanceAsync()
    {
        if (shadow is not { IsRunning: true } running)
        {
            return;
        }

        if ((await drafts.ReadAsync(Tenant, running.Draft.Id))?.Revision != running.Draft.Revision)
        {
            running.End(ShadowStatus.DraftGone);
        }
        else
        {
            await FollowPolicyAsync(running);
            await running.AdvanceAsync();
        }

        if (!running.IsRunning && ReferenceEquals(running, shadow))
        {
            Stop(running.Status);
        }
    }

    /// <summary>Has the draft decide by what its lists hold now.</summary>
    private async Task FollowPolicyAsync(RunningShadow running)
    {
        if (await store.GetCommittedVersionAsync(Tenant) == running.CompiledFor)
        {
            return;
        }

        var compiled = await CompileAsync(running.Draft);
        if (compiled.IsSuccess)
        {
            running.Book.Adopt(compiled.Value);
            running.CompiledFor = compiled.Value.Version - 1;
        }
        else
        {
            running.End(ShadowStatus.Outdated);
        }
    }

    /// <summary>The draft as it would be if it were published now.</summary>
    private async Task<Result<CompiledPolicy>> CompileAsync(StoredDraft draft)
    {
        var committed = await store.GetCommittedVersionAsync(Tenant) ?? 0;
        var baseline = await versions.ReadAsync(Tenant, draft.BaseVersion);
        var present = (await store.ReadAsync(Tenant, committed))!;
        var contents = DraftSteps.Complete(draft, baseline.Value, PolicyDocumentReader.Read(present.Document).Value, committed);
        return contents.IsSuccess
            ? await catalog.CompileAsync(Tenant, StoredPolicy.Unpublished(committed + 1, present.TenantSinceMicroseconds), contents.Value)
            : Result.Failure<CompiledPolicy>(contents.Errors);
    }
}
