using System.Buffers.Binary;
using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Verification;

/// <summary>Collects the audit logs from the states' log while somebody else looks at its runs, and proves their chains.</summary>
/// <param name="inner">Who else looks.</param>
internal sealed class AuditVisitor(ILogVisitor inner) : ILogVisitor
{
    private readonly Dictionary<(TenantId Tenant, string Key), byte[]> kept = [];
    private readonly List<((TenantId Tenant, string Key) Key, byte[] Bytes)> pending = [];

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
    {
        inner.Visit(frame, header, location, body);
        var at = body.IsEmpty ? 0 : header.Count * sizeof(int);
        for (var i = 0; i < header.Count && !body.IsEmpty; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(body[(i * sizeof(int))..]);
            var bytes = body.Slice(at, length);
            var record = StateRecord.Read(bytes);
            if (record.Kind == StateRecordKind.Write && string.Equals(record.Name, AuditHead.StateName, StringComparison.Ordinal))
            {
                pending.Add(((frame.Tenant, record.Key), bytes[record.ValueStart..].ToArray()));
            }

            at += length;
        }
    }

    public string? EndCommit()
    {
        foreach (var (key, bytes) in pending)
        {
            kept[key] = bytes;
        }

        pending.Clear();
        return inner.EndCommit();
    }

    public ValueTask EndFrameAsync() => inner.EndFrameAsync();

    public void DropCommit()
    {
        pending.Clear();
        inner.DropCommit();
    }

    /// <summary>What is not what was written, one damage a tenant.</summary>
    /// <param name="directory">The directory of the log.</param>
    public IEnumerable<StorageDamage> Prove(string directory)
    {
        foreach (var tenant in kept.Keys.Select(static key => key.Tenant).Distinct().OrderBy(static tenant => tenant.Name, StringComparer.Ordinal))
        {
            var proof = ProofOf(tenant);
            if (proof.BrokenAt is { } broken)
            {
                yield return new StorageDamage(
                    directory,
                    0,
                    string.Create(CultureInfo.InvariantCulture, $"entry {broken} of the audit log of tenant '{tenant}' is not what was written: {proof.Problem}"),
                    "Whoever changed it had the keys: keep the directory as it is and compare it with a backup.");
            }
        }
    }

    private AuditProof ProofOf(TenantId tenant)
    {
        var proof = new AuditProof();
        for (var page = 1; kept.TryGetValue((tenant, AuditHead.PageKey(page)), out var bytes); page++)
        {
            foreach (var record in AuditPage.Read(bytes))
            {
                proof.Add(record);
            }
        }

        proof.Close(kept.TryGetValue((tenant, AuditHead.StateKey), out var head) ? AuditHead.Read(head) : null);
        return proof;
    }
}
