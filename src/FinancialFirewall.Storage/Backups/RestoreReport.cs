using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Backups;

/// <summary>What was brought back.</summary>
/// <param name="Point">Out of which point.</param>
/// <param name="Bytes">The length of what was copied.</param>
/// <param name="CutSegments">How many segments were written anew without later records.</param>
/// <param name="StatesAsOf">Of which time the policies and other states are, where that is later than all else.</param>
public sealed record RestoreReport(BackupPoint Point, long Bytes, int CutSegments, Instant? StatesAsOf);
