using System.Collections.Concurrent;
using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.Logging;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The way in: takes a tenant's payments to the partitions of their accounts and brings the answers back in order.</summary>
public sealed class AssessmentRouter(IGrainFactory grains, PolicyCatalog catalog, TimeProvider time, ILogger<AssessmentRouter> logger)
    : IAssessmentFinder
{
    private readonly LatestPolicies policies = new(catalog);
    private readonly ConcurrentDictionary<TenantId, TenantEntrance> entrances = new();

    /// <summary>A way in for many batches of one sender.</summary>
    public AssessmentStream Open(TenantId tenant) => new(EntranceOf(tenant).Grains, policies, time, logger, tenant);

    /// <summary>Assesses one payment, together with others of its tenant that come at the same time.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="payment">The packed payment; it may be changed once this returns its task.</param>
    /// <param name="cancellationToken">Asked before anything begins.</param>
    /// <returns>Its assessment or why it was refused.</returns>
    public Task<AssessmentAnswer> AssessOneAsync(TenantId tenant, ReadOnlySpan<byte> payment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return EntranceOf(tenant).Singles.AssessAsync(payment);
    }

    /// <inheritdoc cref="AssessmentStream.AssessAsync(PaymentBatch)"/>
    public Task<AssessmentAnswer[]> AssessAsync(TenantId tenant, PaymentBatch payments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Open(tenant).AssessAsync(payments);
    }

    /// <summary>Decides one payment as if it came now, without keys other than its account, and keeps nothing.</summary>
    public async Task<AssessmentAnswer> PreviewAsync(TenantId tenant, PaymentBatch payment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        var partition = TenantGrainKeys.PartitionOf(new PackedPayment(payment[0]).AccountHash);
        return (await Partition(tenant, partition).Preview(payment))[0];
    }

    /// <inheritdoc/>
    public async Task<AssessmentAnswer?> FindAsync(TenantId tenant, AssessmentId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!id.BelongsTo(tenant))
        {
            return null;
        }

        TenantScope.Enter(tenant);
        var record = await Partition(tenant, id.Partition).Read(id.Sequence);
        return IsOf(record, id) ? await FollowAsync(tenant, record) : null;
    }

    /// <inheritdoc/>
    public async Task<AssessmentAnswer?> FindByReferenceAsync(TenantId tenant, string reference, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        var bytes = Encoding.UTF8.GetBytes(reference);
        var key = new ReferenceKey(XxHash64.Hash(bytes), bytes);
        var own = EntranceOf(tenant).Grains;
        var record = await new DuplicateAnswers(own).FirstRecordAsync(key, await own.ShardOf(key).Find(key));
        return record.IsEmpty ? null : await FollowAsync(tenant, record);
    }

    internal static bool IsOf(ReadOnlyMemory<byte> record, AssessmentId id)
        => !record.IsEmpty && new RecordHeader(record.Span) is { Kind: RecordKind.Assessment } header && id.IsAt(header.At);

    private async Task<AssessmentAnswer> FollowAsync(TenantId tenant, ReadOnlyMemory<byte> record)
    {
        var (partition, sequence) = (new RecordHeader(record.Span).Partition, new RecordHeader(record.Span).Sequence);
        return new AssessmentAnswer(record, IsDuplicate: false, Refusal: null, await Partition(tenant, partition).ReadFollowUps(sequence));
    }

    private ITransactionGrain Partition(TenantId tenant, int number) => EntranceOf(tenant).Grains.Partition(number);

    private TenantEntrance EntranceOf(TenantId tenant)
        => entrances.TryGetValue(tenant, out var entrance) ? entrance : entrances.GetOrAdd(tenant, Enter);

    private TenantEntrance Enter(TenantId tenant)
    {
        var own = new TenantGrains(grains, tenant);
        return new TenantEntrance(own, new SinglePayments(new AssessmentStream(own, policies, time, logger, tenant)));
    }

    /// <summary>What all callers of a tenant share; kept as long as the process runs.</summary>
    private sealed record TenantEntrance(TenantGrains Grains, SinglePayments Singles);
}
