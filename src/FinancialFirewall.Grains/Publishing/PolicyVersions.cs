using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>The policy versions of a tenant, all of which are kept: who published which, in what they differ, and publishing an earlier one again.</summary>
public sealed class PolicyVersions(PolicyStore store, IGrainFactory grains)
{
    /// <summary>The versions, newest first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="before">Only those with a lower number.</param>
    /// <param name="size">The most that are wanted.</param>
    public async Task<IReadOnlyList<PublishedVersion>> ListAsync(TenantId tenant, int before, int size)
    {
        var committed = await store.GetCommittedVersionAsync(tenant) ?? 0;
        var versions = new List<PublishedVersion>();
        for (var number = Math.Min(before - 1, committed); number > 0 && versions.Count < size; number--)
        {
            versions.Add(await DescribeAsync(tenant, number, committed));
        }

        return versions;
    }

    /// <summary>One version; or <c>POLICY_VERSION_UNKNOWN</c>.</summary>
    public async Task<Result<PublishedVersion>> FindAsync(TenantId tenant, int number)
    {
        var committed = await store.GetCommittedVersionAsync(tenant) ?? 0;
        return number > 0 && number <= committed ? await DescribeAsync(tenant, number, committed) : PolicyErrors.VersionUnknown(number);
    }

    /// <summary>What a version says, secrets included; or <c>POLICY_VERSION_UNKNOWN</c>.</summary>
    public async Task<Result<PolicyDocument>> ReadAsync(TenantId tenant, int number)
    {
        var committed = await store.GetCommittedVersionAsync(tenant) ?? 0;
        return number > 0 && number <= committed && await store.ReadAsync(tenant, number) is { } stored
            ? PolicyDocumentReader.Read(stored.Document).Value
            : PolicyErrors.VersionUnknown(number);
    }

    /// <summary>In what a version differs from an earlier one; or <c>POLICY_VERSION_UNKNOWN</c>.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="from">The earlier one; 0 compares with a policy that says nothing.</param>
    /// <param name="to">The later one.</param>
    public async Task<Result<IReadOnlyList<ElementDifference>>> CompareAsync(TenantId tenant, int from, int to)
    {
        var after = await ReadAsync(tenant, to);
        if (!after.IsSuccess)
        {
            return Result.Failure<IReadOnlyList<ElementDifference>>(after.Errors);
        }

        var before = from == 0 ? new PolicyDocument { BaseCurrency = after.Value.BaseCurrency } : await ReadAsync(tenant, from);
        return before.IsSuccess
            ? Result.Success(PolicyComparison.Compare(before.Value, after.Value))
            : Result.Failure<IReadOnlyList<ElementDifference>>(before.Errors);
    }

    /// <summary>Publishes an earlier version again, as a new one: all but what lists hold (<see cref="PolicyRollback"/>).</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="number">The earlier version.</param>
    /// <param name="comment">Why, for people.</param>
    /// <param name="expected">The version in force that the caller has seen; 0 where that does not matter.</param>
    /// <returns>As <see cref="IPolicyGrain.Publish"/>; or <c>POLICY_VERSION_UNKNOWN</c>.</returns>
    public async Task<Result<PublishedPolicy>> RestoreAsync(TenantId tenant, int number, string comment, int expected)
    {
        var earlier = await ReadAsync(tenant, number);
        var note = new AuditNote("POLICY_RESTORED", string.Create(CultureInfo.InvariantCulture, $"policy/{number}")) { Remark = comment };
        return earlier.IsSuccess
            ? await ReplaceAsync(tenant, expected, note, new PolicyOrigin(comment) { RestoredVersion = number }, present => PolicyRollback.Of(earlier.Value, present))
            : Result.Failure<PublishedPolicy>(earlier.Errors);
    }

    /// <summary>Publishes a whole policy file in place of the version in force.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="policyFile">The file, UTF-8 JSON; masks stand for the secrets that are there.</param>
    /// <param name="comment">Why, for people.</param>
    /// <param name="expected">As in <see cref="RestoreAsync"/>.</param>
    /// <returns>As <see cref="IPolicyGrain.Publish"/>.</returns>
    public Task<Result<PublishedPolicy>> ReplaceAsync(TenantId tenant, ReadOnlyMemory<byte> policyFile, string comment, int expected)
        => ReplaceAsync(tenant, expected, note: null, new PolicyOrigin(comment), present =>
        {
            var read = PolicyDocumentReader.Read(policyFile.Span, present);
            return read.IsSuccess ? PolicyLists.Inherit(read.Value, present) : read;
        });

    private Task<Result<PublishedPolicy>> ReplaceAsync(
        TenantId tenant, int expected, AuditNote? note, PolicyOrigin origin, Func<PolicyDocument, Result<PolicyDocument>> replace)
    {
        TenantScope.Enter(tenant);
        return new PolicyEditor(grains.GetGrain<IPolicyGrain>(tenant.Name)).ReplaceAsync(present =>
        {
            var next = expected != 0 && expected != present.Version ? PolicyErrors.VersionConflict(expected, present.Version) : replace(present.Document);
            return next.IsSuccess
                ? new PolicyEdit<PolicyDocument>(next.Value, next.Value, note) { Origin = origin }
                : Result.Failure<PolicyEdit<PolicyDocument>>(next.Errors);
        });
    }

    private async Task<PublishedVersion> DescribeAsync(TenantId tenant, int number, int committed)
    {
        if (await store.ReadVersionAsync(tenant, number) is not { } kept)
        {
            var stored = await store.ReadAsync(tenant, number);
            return new PublishedVersion(number, new Instant(stored?.PublishedMicroseconds ?? 0), number == committed);
        }

        return new PublishedVersion(number, new Instant(kept.PublishedMicroseconds), number == committed)
        {
            Hash = kept.Hash,
            Action = kept.Action,
            Target = kept.Target,
            Author = kept.Author.Describe(),
            Approver = kept.Approver?.Describe(),
            Comment = kept.Comment,
            RestoredVersion = kept.RestoredVersion,
            Draft = kept.Draft,
        };
    }
}
