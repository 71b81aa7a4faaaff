using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.States;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Grains.Audit;

/// <summary>
/// The audit log of each tenant: entries in the state store, hash-chained, written in one commit with the changes of states that they describe. There is no such change without its
/// entry and no entry without its change, however the process ends. What is recorded in the journal is its own evidence, and its entry follows it.
/// </summary>
public sealed partial class AuditLog(IStateStore states, TimeProvider time, ILogger<AuditLog> logger)
{
    /// <summary>How often an entry is made anew where somebody else's came first.</summary>
    private const int MaximumAttempts = 100;

    /// <summary>Notes something that changes no state.</summary>
    public async Task<Result<long>> AppendAsync(TenantId tenant, AuditNote note)
    {
        var written = await WriteAsync(tenant, note, []);
        return written.IsSuccess ? 0 : Result.Failure<long>(written.Errors);
    }

    /// <summary>Writes changes and the entry that describes them: all of it or nothing.</summary>
    /// <returns>The ETags of the changed states, in their order; or the refusals of <see cref="IStateStore.WriteAllAsync"/>.</returns>
    public async Task<Result<IReadOnlyList<long>>> WriteAsync(TenantId tenant, AuditNote note, IReadOnlyList<StateWrite> changes)
    {
        for (var attempt = 1; ; attempt++)
        {
            var written = await states.WriteAllAsync([.. changes, .. await NextAsync(tenant, note)]);
            if (written.IsSuccess)
            {
                LogEvent(tenant, note);
                return Result.Success<IReadOnlyList<long>>([.. written.Value.Take(changes.Count)]);
            }

            if (attempt == MaximumAttempts || !IsOvertaken(tenant, written.Errors[0]))
            {
                return written;
            }
        }
    }

    private static bool IsOvertaken(TenantId tenant, Error error)
        => error.Kind == ErrorKind.Conflict && error.Member.StartsWith($"{tenant.Name}/{AuditHead.StateName}/", StringComparison.Ordinal);

    private static StateKey KeyOf(TenantId tenant, string key) => new(tenant, AuditHead.StateName, key);

    private async Task<StateWrite[]> NextAsync(TenantId tenant, AuditNote note)
    {
        var (headKey, kept) = (KeyOf(tenant, AuditHead.StateKey), await states.ReadAsync(KeyOf(tenant, AuditHead.StateKey)));
        var head = kept is null ? AuditHead.Beginning
            : AuditHead.Read(kept.Bytes.Span) ?? throw new InvalidDataException($"The head of the audit log of '{tenant}' is none.");
        var sequence = head.Sequence + 1;
        var pageKey = KeyOf(tenant, AuditHead.PageKey(AuditPage.NumberOf(sequence)));
        var page = await states.ReadAsync(pageKey);
        var canonical = AuditText.Write(new AuditEntry(sequence, Instant.From(time.GetUtcNow()), AuditScope.Current, note));
        var record = new AuditRecord(AuditChain.Hash(head.Hash, canonical), canonical);
        return
        [
            new StateWrite(headKey, new AuditHead(sequence, record.Hash).Write(), kept?.ETag),
            new StateWrite(pageKey, AuditPage.Append(page is null ? default : page.Bytes.Span, record), page?.ETag),
        ];
    }

    private void LogEvent(TenantId tenant, AuditNote note)
    {
        if (note.SecurityEvent.Length > 0)
        {
            LogSecurityEvent(note.SecurityEvent, tenant.Name, note.Action, note.Target, note.Remark);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Security event {Event} of tenant '{Tenant}': {Action} {Target} {Remark}")]
    private partial void LogSecurityEvent(string @event, string tenant, string action, string target, string remark);
}
