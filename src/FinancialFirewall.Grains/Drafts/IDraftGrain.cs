using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Publishing;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>
/// The drafts of a tenant's policy: made from a version, changed, and published as the version that follows it, where the tenant wants it so with a second
/// person's approval. Key: the tenant.
/// </summary>
/// <remarks>
/// Every change takes the tag that the caller has seen, and is refused with <c>DRAFT_CHANGED</c> where it is another one. The number of the version that the draft
/// was made from is a tag too, which says nothing of the revision. There is <c>DRAFT_UNKNOWN</c> wherever a draft is named.
/// </remarks>
[Alias("ff.IDraftGrain")]
public interface IDraftGrain : IGrainWithStringKey
{
    /// <summary>The drafts, oldest first.</summary>
    [AlwaysInterleave, Alias("List")]
    Task<IReadOnlyList<PolicyDraft>> List();

    /// <summary>One draft.</summary>
    [AlwaysInterleave, Alias("Find")]
    Task<Result<PolicyDraft>> Find(Guid id);

    /// <summary>Makes a draft, which is to follow the version in force.</summary>
    /// <returns>The draft; or <c>DRAFTS_EXHAUSTED</c>, <c>POLICY_MISSING</c>, <c>POLICY_VERSION_UNKNOWN</c>, or what is wrong with its name or comment.</returns>
    [Alias("Create")]
    Task<Result<PolicyDraft>> Create(NewDraft draft);

    /// <summary>Changes a draft, which has to be readable as a policy file; its conditions are looked at when it is checked or published.</summary>
    /// <returns>The draft; or <c>DRAFT_SUBMITTED</c>, or everything that is wrong with the change.</returns>
    [Alias("Change")]
    Task<Result<PolicyDraft>> Change(Guid id, DraftChange change);

    /// <summary>Adds, replaces or deletes one configuration in a draft.</summary>
    /// <returns>The configuration, as it was where it is deleted; or <c>DRAFT_SUBMITTED</c>, <c>CONFIGURATION_UNKNOWN</c>, or what is wrong with it.</returns>
    [Alias("SetConfiguration")]
    Task<Result<RiskConfiguration>> SetConfiguration(Guid id, DraftConfiguration change);

    /// <summary>Brings what was published since into a draft, which then follows the version in force.</summary>
    /// <returns>The draft; or <c>DRAFT_SUBMITTED</c>, or a <c>CHANGED_BY_BOTH</c> for each element that both changed.</returns>
    [Alias("Rebase")]
    Task<Result<PolicyDraft>> Rebase(Guid id, string? tag);

    /// <summary>Submits a draft: it waits for somebody else and does not change.</summary>
    /// <returns>The draft; or <c>DRAFT_SUBMITTED</c>, or everything for which it could not be published.</returns>
    [Alias("Submit")]
    Task<Result<PolicyDraft>> Submit(Guid id, string? tag);

    /// <summary>Takes a submitted draft back to work on it.</summary>
    /// <returns>The draft; or <c>DRAFT_NOT_SUBMITTED</c>.</returns>
    [Alias("Withdraw")]
    Task<Result<PolicyDraft>> Withdraw(Guid id, string? tag);

    /// <summary>Rejects a submitted draft, which can then be changed and submitted again.</summary>
    /// <returns>The draft; or <c>DRAFT_NOT_SUBMITTED</c>, <c>REASON_LENGTH</c>.</returns>
    [Alias("Reject")]
    Task<Result<PolicyDraft>> Reject(Guid id, string? tag, string reason);

    /// <summary>Publishes a draft; with that it is gone.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="publication">Whether it is an approval of what somebody else has submitted, and why.</param>
    /// <returns>
    /// As <see cref="IPolicyGrain.Publish"/>; or <c>DRAFT_OUTDATED</c> with everything that was published since it was made, <c>DRAFT_UNCHANGED</c>, and for an
    /// approval <c>DRAFT_NOT_SUBMITTED</c>, <c>APPROVER_IS_AUTHOR</c> and <c>APPROVAL_UNSEEN</c>.
    /// </returns>
    [Alias("Publish")]
    Task<Result<PublishedPolicy>> Publish(Guid id, DraftPublication publication);

    /// <summary>Forgets a draft.</summary>
    [Alias("Discard")]
    Task<Result<PolicyDraft>> Discard(Guid id, string? tag);
}
