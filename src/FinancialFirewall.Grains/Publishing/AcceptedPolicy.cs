using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>A policy that fulfils everything it has to, and can be published.</summary>
/// <param name="Stored">As it is kept.</param>
/// <param name="Version">What is kept about it.</param>
/// <param name="Compiled">As it decides.</param>
/// <param name="Note">What it changes, for the audit log.</param>
internal sealed record AcceptedPolicy(StoredPolicy Stored, StoredVersion Version, CompiledPolicy Compiled, AuditNote Note);
