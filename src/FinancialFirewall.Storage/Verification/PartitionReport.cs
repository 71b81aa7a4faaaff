using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Verification;

/// <summary>One partition of a log.</summary>
/// <param name="Log">The directory of the log.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Records">The number of its sound records.</param>
/// <param name="FirstSequence">The sequence of the first.</param>
/// <param name="LastSequence">The sequence of the last.</param>
/// <param name="FirstWritten">When the commit of the first was written.</param>
/// <param name="LastWritten">When the commit of the last was written.</param>
public sealed record PartitionReport(
    string Log, TenantId Tenant, int Partition, long Records, long FirstSequence, long LastSequence, Instant FirstWritten, Instant LastWritten);
