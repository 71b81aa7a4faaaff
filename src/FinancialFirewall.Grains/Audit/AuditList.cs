using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Grains.Audit;

/// <summary>Entries that were found, newest first.</summary>
/// <param name="Records">The entries; fewer than were asked for where one page of answers looks no further.</param>
/// <param name="Next">Where to go on: only entries before this one; null where there are no more.</param>
public sealed record AuditList(IReadOnlyList<AuditRecord> Records, long? Next);
