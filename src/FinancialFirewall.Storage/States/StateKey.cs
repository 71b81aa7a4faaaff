using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.States;

/// <summary>Names a state.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Name">What kind of state, such as a grain's name for it: 1 to 200 bytes of UTF-8.</param>
/// <param name="Key">Which one: 1 to 1,000 bytes of UTF-8.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StateKey(TenantId Tenant, string Name, string Key);
