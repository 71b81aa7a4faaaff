using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Retention;

/// <summary>What <c>firewall retention</c> is asked for.</summary>
/// <param name="DataDirectory">The data directory.</param>
/// <param name="MasterKey">Where its master key is kept.</param>
/// <param name="Tenant">The tenant; all where null.</param>
/// <param name="AsOf">At which time records are too old; now where null.</param>
/// <param name="IsDryRun">Whether nothing is removed.</param>
/// <param name="KeepYears">How many years are kept from now on; where it is set, nothing else is done.</param>
internal sealed record RetentionOptions(
    string DataDirectory, IMasterKeySource MasterKey, TenantId? Tenant, DateTimeOffset? AsOf, bool IsDryRun, int? KeepYears);
