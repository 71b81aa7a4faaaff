using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Audit;

/// <summary>One entry of a tenant's audit log: who did what to what, when and from where, and what became of it.</summary>
/// <param name="Sequence">Its place in the log, from 1 without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Note">What.</param>
public sealed record AuditEntry(long Sequence, Instant At, AuditActor Actor, AuditNote Note);
