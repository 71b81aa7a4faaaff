using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Backups;

/// <summary>What <c>firewall restore</c> was told.</summary>
/// <param name="Source">The backup: a directory, a file, or <c>-</c> for standard input.</param>
/// <param name="DataDirectory">Where it goes, an absolute path.</param>
/// <param name="Time">The time that is brought back; null for a point.</param>
/// <param name="Point">The number of the point; null for the newest.</param>
/// <param name="MasterKey">Where the key is kept that opens the backup.</param>
internal sealed record RestoreRequest(string Source, string DataDirectory, Instant? Time, int? Point, IMasterKeySource MasterKey);
