using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Privacy;
using Orleans;

namespace FinancialFirewall.Grains.Privacy;

/// <summary>
/// Forgets a person: destroys the keys of what the records say, and has partitions and shards forget what they made of it. The destruction is one step that is done
/// or not; what follows is repeated after a crash (<see cref="ResumeAllAsync"/>), and recovery leaves out what is not repeated yet.
/// </summary>
public sealed class PersonEraser(IGrainFactory grains, PersonArchive archive, PolicyStore policies, PolicyCatalog catalog, AuditLog audit)
{
    private static readonly (AggregateKey Kind, PaymentMember Member)[] Kinds =
    [
        (AggregateKey.Customer, PaymentMember.CustomerId), (AggregateKey.Device, PaymentMember.DeviceId), (AggregateKey.Card, PaymentMember.CardToken),
    ];

    /// <summary>What an erasure would find. Nothing is changed.</summary>
    public async Task<PersonErasure> PreviewAsync(TenantId tenant, Person person, CancellationToken cancellationToken)
        => Describe(await archive.FindAsync(tenant, person, null, cancellationToken), await ListsOfAsync(tenant, person));

    /// <summary>Erases a person. Again, it finishes what was interrupted, and erases what came since. Refusal: <c>ERASURES_FULL</c>.</summary>
    public async Task<Result<PersonErasure>> EraseAsync(TenantId tenant, Person person, CancellationToken cancellationToken)
    {
        TenantScope.Enter(tenant);

        // Noted before anything is destroyed, and without a word about whom: the log outlives the person's data.
        var noted = await audit.AppendAsync(tenant, new AuditNote("PERSON_ERASED", "person"));
        if (!noted.IsSuccess)
        {
            return Result.Failure<PersonErasure>(noted.Errors);
        }

        var erased = await archive.EraseAsync(tenant, person, cancellationToken);
        if (!erased.IsSuccess)
        {
            return Result.Failure<PersonErasure>(erased.Errors);
        }

        await ForgetKeysAsync(tenant, erased.Value);
        await FinishAsync(tenant);
        return Describe(erased.Value, await ListsOfAsync(tenant, person));
    }

    /// <summary>Finishes what earlier processes left half done, for every tenant.</summary>
    public async Task ResumeAllAsync()
    {
        foreach (var tenant in archive.Unfinished)
        {
            TenantScope.Enter(tenant);
            await FinishAsync(tenant);
        }
    }

    private static PersonErasure Describe(PersonFindings findings, IReadOnlyList<string> lists) => new(
        findings.Payments,
        findings.Accounts,
        findings.Payments == 0 ? null : findings.First,
        findings.Payments == 0 ? null : findings.Last,
        findings.AlreadyErased,
        findings.ErasedAt,
        lists);

    private async Task FinishAsync(TenantId tenant)
    {
        var unfinished = archive.KeysOf(tenant)?.Erasures.Where(static erasure => !erasure.IsFinished).Select(static erasure => erasure.Partition).ToHashSet() ?? [];
        foreach (var partition in unfinished.Order())
        {
            await new TenantGrains(grains, tenant).Partition(partition).Forget();
        }

        if (unfinished.Count > 0)
        {
            await archive.FinishAsync(tenant);
        }
    }

    private async Task ForgetKeysAsync(TenantId tenant, PersonFindings findings)
    {
        var hashes = from key in findings.Keys
            from kind in Kinds
            where kind.Member == key.Member
            select XxHash64.Hash(Encoding.UTF8.GetBytes(key.Value), seed: (ulong)kind.Kind);
        foreach (var shard in hashes.GroupBy(TenantGrainKeys.PartitionOf).OrderBy(static shard => shard.Key))
        {
            await new TenantGrains(grains, tenant).Shard(shard.Key).Forget([.. shard]);
        }
    }

    private async Task<IReadOnlyList<string>> ListsOfAsync(TenantId tenant, Person person)
    {
        TenantScope.Enter(tenant);
        if (await policies.GetCommittedVersionAsync(tenant) is not { } version)
        {
            return [];
        }

        var name = Encoding.UTF8.GetString(person.Name.Span);
        var policy = await catalog.GetAsync(tenant, version);
        return [.. policy.Document.Lists.Where(list => policy.ContentOf(list.Name) is { } content
            ? content.Get(person.Name.Span) is not null
            : list.Entries.Any(entry => string.Equals(entry.Value, name, StringComparison.Ordinal))).Select(static list => list.Name)];
    }
}
