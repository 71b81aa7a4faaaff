using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Configurations;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <inheritdoc cref="IDraftGrain"/>
public sealed class DraftGrain(DraftStore drafts, PolicyVersions versions, PolicyCheck check, ISecretSource secrets, TimeProvider time) : Grain, IDraftGrain
{
    private const int IdBytes = 16;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    private IPolicyGrain Policy => GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PolicyDraft>> List() => [.. (await drafts.ListAsync(Tenant)).Select(static draft => draft.Describe())];

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Find(Guid id) => await drafts.ReadAsync(Tenant, id) is { } draft ? draft.Describe() : DraftErrors.Unknown(id);

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Create(NewDraft draft)
    {
        if (DraftErrors.CheckTexts(draft.Name, draft.Comment) is { } error)
        {
            return error;
        }

        if (drafts.Count(Tenant) >= PolicyDraft.MaximumPerTenant)
        {
            return DraftErrors.Exhausted;
        }

        if (await Policy.GetPublished() is not { } present)
        {
            return PolicyErrors.Missing;
        }

        var inForce = PolicyDocumentReader.Read(present.Document.Span);
        var earlier = draft.FromVersion == 0 ? inForce : await versions.ReadAsync(Tenant, draft.FromVersion);
        if (!earlier.IsSuccess)
        {
            return Result.Failure<PolicyDraft>(earlier.Errors);
        }

        var made = DraftSteps.Create(NewId(), draft, present.Version, PolicyRollback.Of(earlier.Value, inForce.Value), AuditScope.Current, Now);
        return await drafts.WriteAsync(Tenant, made, DraftNotes.Created(made));
    }

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Change(Guid id, DraftChange change)
    {
        var found = await FindAsync(id, change.Tag);
        var changed = found.IsSuccess ? DraftSteps.Change(found.Value, change, AuditScope.Current, Now) : found;
        return await WriteAsync(found, changed, DraftNotes.Changed);
    }

    /// <inheritdoc/>
    public async Task<Result<RiskConfiguration>> SetConfiguration(Guid id, DraftConfiguration change)
    {
        var found = await FindAsync(id, change.Tag);
        var edited = found.IsSuccess ? Edit(found.Value, change) : Result.Failure<PolicyEdit<RiskConfiguration>>(found.Errors);
        var changed = edited.IsSuccess ? DraftSteps.Replace(found.Value, edited.Value.Next, AuditScope.Current, Now) : Result.Failure<StoredDraft>(edited.Errors);
        if (!changed.IsSuccess)
        {
            return Result.Failure<RiskConfiguration>(changed.Errors);
        }

        var written = await drafts.WriteAsync(Tenant, changed.Value, DraftNotes.Changed(found.Value, changed.Value));
        return written.IsSuccess ? edited.Value.Changed : Result.Failure<RiskConfiguration>(written.Errors);
    }

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Rebase(Guid id, string? tag)
    {
        var found = await FindAsync(id, tag);
        if (!found.IsSuccess)
        {
            return Result.Failure<PolicyDraft>(found.Errors);
        }

        var present = (await Policy.GetPublished())!;
        var baseline = await versions.ReadAsync(Tenant, found.Value.BaseVersion);
        var merged = PolicyMerge.Merge(
            baseline.Value, PolicyDocumentReader.Read(found.Value.Document).Value, PolicyDocumentReader.Read(present.Document.Span).Value);
        var rebased = merged.IsSuccess
            ? DraftSteps.Rebase(found.Value, present.Version, merged.Value, AuditScope.Current, Now)
            : Result.Failure<StoredDraft>(merged.Errors);
        return await WriteAsync(found, rebased, DraftNotes.Rebased);
    }

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Submit(Guid id, string? tag)
    {
        var found = await FindAsync(id, tag);
        if (found.IsSuccess && await check.CheckAsync(Tenant, found.Value.Document) is { IsValid: false } findings)
        {
            return Result.Failure<PolicyDraft>(findings.Errors);
        }

        var submitted = found.IsSuccess ? DraftSteps.Submit(found.Value, AuditScope.Current, Now) : found;
        return await WriteAsync(found, submitted, DraftNotes.Submitted);
    }

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Withdraw(Guid id, string? tag)
    {
        var found = await FindAsync(id, tag);
        var withdrawn = found.IsSuccess ? DraftSteps.Withdraw(found.Value, Now) : found;
        return await WriteAsync(found, withdrawn, DraftNotes.Withdrawn);
    }

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Reject(Guid id, string? tag, string reason)
    {
        var found = await FindAsync(id, tag);
        var rejected = found.IsSuccess ? DraftSteps.Reject(found.Value, reason, AuditScope.Current, Now) : found;
        return await WriteAsync(found, rejected, DraftNotes.Rejected);
    }

    /// <inheritdoc/>
    public async Task<Result<PublishedPolicy>> Publish(Guid id, DraftPublication publication)
    {
        var found = await FindAsync(id, publication.Tag);
        if (!found.IsSuccess)
        {
            return Result.Failure<PublishedPolicy>(found.Errors);
        }

        var draft = found.Value;
        if (DraftSteps.CheckPublication(draft, publication, AuditScope.Current) is { } error)
        {
            return error;
        }

        var baseline = (await versions.ReadAsync(Tenant, draft.BaseVersion)).Value;
        var by = AuditScope.Current;
        var published = await new PolicyEditor(Policy).ReplaceAsync(present =>
        {
            var contents = DraftSteps.Complete(draft, baseline, present.Document, present.Version);
            return contents.IsSuccess ? DraftSteps.ToEdit(draft, contents.Value, publication, by) : Result.Failure<PolicyEdit<PolicyDocument>>(contents.Errors);
        });

        // One that is published is gone with that; one that says what is in force already stays.
        return published.IsSuccess && await drafts.ReadAsync(Tenant, id) is not null ? DraftErrors.Unchanged : published;
    }

    /// <inheritdoc/>
    public async Task<Result<PolicyDraft>> Discard(Guid id, string? tag)
    {
        var found = await FindAsync(id, tag);
        return found.IsSuccess
            ? await drafts.DeleteAsync(Tenant, found.Value, DraftNotes.Discarded(found.Value))
            : Result.Failure<PolicyDraft>(found.Errors);
    }

    private async Task<Result<PolicyDraft>> WriteAsync(Result<StoredDraft> found, Result<StoredDraft> next, Func<StoredDraft, StoredDraft, AuditNote> note)
        => next.IsSuccess ? await drafts.WriteAsync(Tenant, next.Value, note(found.Value, next.Value)) : Result.Failure<PolicyDraft>(next.Errors);

    private async Task<Result<StoredDraft>> FindAsync(Guid id, string? tag)
        => await drafts.ReadAsync(Tenant, id) is not { } draft ? DraftErrors.Unknown(id)
            : DraftSteps.IsSeen(draft, tag) ? draft
            : DraftErrors.Changed(tag!);

    private Result<PolicyEdit<RiskConfiguration>> Edit(StoredDraft draft, DraftConfiguration change)
    {
        var policy = PolicyDocumentReader.Read(draft.Document).Value;
        return change switch
        {
            { Id: null, Configuration: { } added } => ConfigurationEdits.Create(
                policy, added, PolicyIds.Next(Tenant.Name, $"configuration {draft.Id:D} {draft.Tag()}", Now), Now),
            { Id: { } id, Configuration: { } changed } => ConfigurationEdits.Replace(policy, id, new SentConfiguration(changed), Now),
            { Id: { } id } => ConfigurationEdits.Delete(policy, id, tag: null),
            _ => throw new ArgumentException("A change names a configuration or brings one.", nameof(change)),
        };
    }

    private Guid NewId()
    {
        Span<byte> id = stackalloc byte[IdBytes];
        secrets.Fill(id);
        return new Guid(id);
    }
}
