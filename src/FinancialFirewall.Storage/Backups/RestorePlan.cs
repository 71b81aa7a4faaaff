using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Backups;

/// <summary>What is brought back of a point.</summary>
/// <param name="Files">The files, each with as much as is wanted of it.</param>
/// <param name="Segments">The segments that may hold records of later times, which are left out then; not among the files.</param>
/// <param name="StatesAsOf">Of which time the policies and other states are, where that is not the time of all else.</param>
internal sealed record RestorePlan(IReadOnlyList<RestoredFile> Files, IReadOnlyList<SegmentEntry> Segments, Instant? StatesAsOf)
{
    /// <summary>All of a point.</summary>
    /// <param name="files">Its files.</param>
    public static RestorePlan Whole(IReadOnlyList<BackupFile> files) => new([.. files.Select(file => new RestoredFile(file, file.Length))], [], null);
}
