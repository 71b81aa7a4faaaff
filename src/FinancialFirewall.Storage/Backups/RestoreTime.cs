using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Backups;

/// <summary>A time to which a data directory is brought back, and what it takes to leave later records out of segments.</summary>
/// <param name="Time">What was written by then comes back.</param>
/// <param name="MasterKey">Where the key is kept that opens the backup.</param>
/// <param name="NextRandom">Gives numbers that nobody can foresee and that never repeat.</param>
public sealed record RestoreTime(Instant Time, IMasterKeySource MasterKey, Func<ulong> NextRandom);
