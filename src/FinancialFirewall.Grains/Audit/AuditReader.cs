using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.States;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Grains.Audit;

/// <summary>Searches, hands out and proves tenants' audit logs.</summary>
public sealed partial class AuditReader(IStateStore states, ILogger<AuditReader> logger)
{
    /// <summary>How many entries one answer looks at; a filter that fits few has to be followed by its cursor.</summary>
    public const int MaximumLooked = 200 * AuditPage.Capacity;

    /// <summary>The entries that fit, newest first.</summary>
    public async Task<AuditList> FindAsync(TenantId tenant, AuditQuery query, CancellationToken cancellationToken)
    {
        var found = new List<AuditRecord>();
        var head = await ReadHeadAsync(tenant);
        var next = Math.Min(query.Before ?? long.MaxValue, head.Sequence + 1);
        for (var looked = 0; next > 1 && found.Count < query.Size && looked < MaximumLooked;)
        {
            var page = AuditPage.NumberOf(next - 1);
            var records = AuditPage.Read(await ReadPageAsync(tenant, page, cancellationToken));
            var first = AuditPage.FirstSequenceOf(page);
            for (; next > first && found.Count < query.Size; looked++)
            {
                next--;
                if (next - first < records.Count && AuditFilter.Fits(records[(int)(next - first)], query))
                {
                    found.Add(records[(int)(next - first)]);
                }
            }
        }

        return new AuditList(found, next > 1 ? next : null);
    }

    /// <summary>All entries up to now, oldest first.</summary>
    public async IAsyncEnumerable<AuditRecord> ReadAllAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(tenant);
        for (var page = 1; AuditPage.FirstSequenceOf(page) <= head.Sequence; page++)
        {
            var left = head.Sequence - AuditPage.FirstSequenceOf(page) + 1;
            foreach (var record in AuditPage.Read(await ReadPageAsync(tenant, page, cancellationToken)).Take((int)Math.Min(left, AuditPage.Capacity)))
            {
                yield return record;
            }
        }
    }

    /// <summary>Proves the whole log. One that is broken is a security event.</summary>
    public async Task<AuditProof> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // What is appended meanwhile does not count: the first head says where to end, and its page may have more by then.
        var head = await ReadHeadAsync(tenant);
        var proof = new AuditProof();
        for (var page = 1; AuditPage.FirstSequenceOf(page) <= head.Sequence; page++)
        {
            var left = head.Sequence - AuditPage.FirstSequenceOf(page) + 1;
            foreach (var record in AuditPage.Read(await ReadPageAsync(tenant, page, cancellationToken)).Take((int)Math.Min(left, AuditPage.Capacity)))
            {
                proof.Add(record);
            }
        }

        proof.Close(head);
        if (proof.BrokenAt is { } broken)
        {
            LogBroken(AuditEvents.AuditChainBroken, tenant.Name, broken, proof.Problem);
        }

        return proof;
    }

    private async Task<AuditHead> ReadHeadAsync(TenantId tenant)
    {
        var kept = await states.ReadAsync(new StateKey(tenant, AuditHead.StateName, AuditHead.StateKey));
        return kept is null ? AuditHead.Beginning
            : AuditHead.Read(kept.Bytes.Span) ?? throw new InvalidDataException($"The head of the audit log of '{tenant}' is none.");
    }

    private async Task<ReadOnlyMemory<byte>> ReadPageAsync(TenantId tenant, int page, CancellationToken cancellationToken)
        => (await states.ReadAsync(new StateKey(tenant, AuditHead.StateName, AuditHead.PageKey(page)), cancellationToken))?.Bytes ?? default;

    [LoggerMessage(Level = LogLevel.Critical, Message = "Security event {Event}: entry {Sequence} of the audit log of tenant '{Tenant}' is not what was written: {Problem}")]
    private partial void LogBroken(string @event, string tenant, long sequence, string problem);
}
