namespace FinancialFirewall.Domain.Audit;

/// <summary>An entry as it is kept.</summary>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
/// <param name="Canonical">Its canonical text.</param>
public sealed record AuditRecord(string Hash, ReadOnlyMemory<byte> Canonical);
