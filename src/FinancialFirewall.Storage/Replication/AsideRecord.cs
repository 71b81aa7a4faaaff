using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Replication;

/// <summary>A record of the journal that was put aside.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Bytes">The record.</param>
public sealed record AsideRecord(TenantId Tenant, ReadOnlyMemory<byte> Bytes);
