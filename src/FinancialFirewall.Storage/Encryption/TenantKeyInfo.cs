using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>What can be told of a tenant's key.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Number">The number of the key, from 1 on.</param>
/// <param name="Created">When it was made.</param>
/// <param name="IsCurrent">Whether it is the one that seals; the others only open.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TenantKeyInfo(TenantId Tenant, uint Number, Instant Created, bool IsCurrent);
