using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <inheritdoc cref="IListGrain"/>
/// <remarks>
/// Lists are part of the published policy, which names the hash of what each of them holds. A change of entries is kept first, under the hash that it leads to, and
/// then a policy version is published that names this hash: until that is accepted the change counts for nothing, and from then on it rolls forward like any other.
/// </remarks>
public sealed partial class ListGrain(ListStore store, ListContents contents, PolicyCatalog catalog, ISecretSource secrets, TimeProvider time) : Grain, IListGrain
{
    /// <summary>How often a change is made anew where somebody else published meanwhile.</summary>
    private const int MaximumAttempts = 5;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    private IPolicyGrain Policy => GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await store.SweepAsync(Tenant, []);

    /// <inheritdoc/>
    public Task<Result<bool>> Save(ListDraft draft) => PublishAsync(policy =>
    {
        var lists = policy.Document.Lists;
        var present = lists.FirstOrDefault(list => IsNamed(list, draft.Name));
        var saved = new ListDefinition(draft.Name, draft.Kind, draft.Mandatory, draft.Member, present?.Entries ?? []) { Content = present?.Content };
        Error? refusal = present is null ? null
            : draft.IsNew ? ListErrors.Exists(draft.Name)
            : !IsSeen(present, draft.Tag) ? ListErrors.Changed(draft.Name)
            : present.Member != draft.Member && CountOf(policy, present) > 0 ? ListErrors.MemberFixed(draft.Name)
            : null;
        if (refusal is not null)
        {
            return Refuse<bool>(refusal);
        }

        saved = present is not null && present.Member != draft.Member ? saved with { Content = null, Entries = [] } : saved;
        return Accept(new Next<bool>(
            present is null ? [.. lists, saved] : [.. lists.Select(list => IsNamed(list, draft.Name) ? saved : list)],
            present is null,
            present is null ? ListNotes.Created(saved) : ListNotes.Changed(present, saved)));
    });

    /// <inheritdoc/>
    public Task<Result<bool>> Delete(string name, string? tag) => PublishAsync(policy =>
    {
        var lists = policy.Document.Lists;
        var present = lists.FirstOrDefault(list => IsNamed(list, name));
        var users = policy.UsersOf(name).ToList();
        Error? refusal = present is null ? ListErrors.Unknown(name)
            : !IsSeen(present, tag) ? ListErrors.Changed(name)
            : users.Count > 0 ? ListErrors.InUse(name, users)
            : null;
        return refusal is null
            ? Accept(new Next<bool>([.. lists.Where(list => !IsNamed(list, name))], true, ListNotes.Deleted(present!)))
            : Refuse<bool>(refusal);
    });

    /// <inheritdoc/>
    public Task<Result<ListChangeCounts>> Change(ListCommand command) => PublishAsync(async policy =>
    {
        var found = await FindAsync(policy, command.Name, command.Member);
        if (!found.IsSuccess)
        {
            return Result.Failure<Next<ListChangeCounts>>(found.Errors);
        }

        var (present, before) = found.Value;
        var delta = new ListDelta(Replaces: false, [new ListBlock(command.Block.ToArray())]);
        var after = before.Apply(delta, out var counts);
        if (counts is { Added: 0, Replaced: 0, Removed: 0 })
        {
            return new Next<ListChangeCounts>(null, counts, default!);
        }

        var kept = after.Count > ListDefinition.MaximumEntries
            ? ListErrors.Full(command.Name, after.Count)
            : await KeepAsync(after, new StoredListChange(before.Hash, after.Revision, Replaces: false, [command.Block.ToArray()]));
        return kept.IsSuccess
            ? new Next<ListChangeCounts>(Put(policy.Document, present, after), counts, ListNotes.EntriesChanged(command, before, after, counts))
            : Result.Failure<Next<ListChangeCounts>>(kept.Errors);
    });

    private static bool IsNamed(ListDefinition list, string name) => string.Equals(list.Name, name, StringComparison.Ordinal);

    private static bool IsSeen(ListDefinition list, string? tag) => tag is null || string.Equals(tag, ListView.TagOf(list), StringComparison.Ordinal);

    private static int CountOf(CompiledPolicy policy, ListDefinition list) => policy.ContentOf(list.Name)?.Count ?? list.Entries.Count;

    private static IReadOnlyList<ListDefinition> Put(PolicyDocument document, ListDefinition present, ListContent after)
        => [.. document.Lists.Select(list => ReferenceEquals(list, present) ? list with { Entries = [], Content = after.Hash } : list)];

    private static Task<Result<Next<T>>> Accept<T>(Next<T> change) => Task.FromResult(Result.Success(change));

    private static Task<Result<Next<T>>> Refuse<T>(Error error) => Task.FromResult(Result.Failure<Next<T>>(error));

    /// <summary>A list and what it holds; entries that stand in the policy file are the first change of it.</summary>
    private async Task<Result<(ListDefinition List, ListContent Content)>> FindAsync(CompiledPolicy policy, string name, Domain.Payments.PaymentMember? member)
    {
        if (policy.Document.Lists.FirstOrDefault(list => IsNamed(list, name)) is not { } list)
        {
            return ListErrors.Unknown(name);
        }

        if (list.Member != member)
        {
            return ListErrors.Changed(name);
        }

        if (policy.ContentOf(name) is { } content)
        {
            return (list, content);
        }

        content = ListContent.Empty(member);
        if (list.Entries.Count == 0)
        {
            return (list, content);
        }

        var delta = ListContent.DeltaOf(list);
        var first = content.Apply(delta);
        var kept = await KeepAsync(first, new StoredListChange(content.Hash, first.Revision, Replaces: false, [.. delta.Blocks.Select(static block => block.Bytes.ToArray())]));
        return kept.IsSuccess ? (list, first) : Result.Failure<(ListDefinition, ListContent)>(kept.Errors);
    }

    private async Task<Result<bool>> KeepAsync(ListContent after, StoredListChange change)
    {
        var kept = await store.WriteAsync(Tenant, after.Hash, change);
        if (kept.IsSuccess)
        {
            contents.Add(Tenant, after);
        }

        return kept;
    }

    /// <summary>Publishes a change of the lists; where somebody else published meanwhile, the change is made anew to what is in force then.</summary>
    private async Task<Result<T>> PublishAsync<T>(Func<CompiledPolicy, Task<Result<Next<T>>>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Policy.GetPublished() is not { } published)
            {
                return PolicyErrors.Missing;
            }

            var policy = await catalog.GetAsync(Tenant, published.Version);
            var made = await change(policy);
            if (!made.IsSuccess)
            {
                return Result.Failure<T>(made.Errors);
            }

            if (made.Value.Lists is not { } next)
            {
                return made.Value.Answer;
            }

            var document = PolicyDocumentWriter.Write(policy.Document with { Lists = next });
            var answer = await Policy.Publish(new PolicyChange(document, published.Version) { Note = made.Value.Note });
            if (answer.IsSuccess)
            {
                return made.Value.Answer;
            }

            if (attempt == MaximumAttempts || !PolicyErrors.IsVersionConflict(answer.Errors))
            {
                return Result.Failure<T>(answer.Errors);
            }
        }
    }

    /// <summary>The lists as they are to be, null where nothing changes; what is answered, and what is noted about it.</summary>
    private sealed record Next<T>(IReadOnlyList<ListDefinition>? Lists, T Answer, AuditNote Note);
}
