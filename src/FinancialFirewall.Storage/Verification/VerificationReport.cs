using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Verification;

/// <summary>What is in a data directory.</summary>
/// <param name="Manifest">What the directory says of itself; <see langword="null"/> where it says nothing that can be read.</param>
/// <param name="KeyProblem">Why the keys could not be used, so that only checksums were proved; <see langword="null"/> where everything was opened.</param>
/// <param name="InUseBy">Which process has it open, so that the newest commits may be reported as torn; <see langword="null"/> for none.</param>
/// <param name="Files">Its log files, those of the journal first.</param>
/// <param name="Partitions">Its partitions, by log, tenant and number.</param>
/// <param name="Snapshots">The number of its sound snapshots.</param>
/// <param name="TornTails">What the next start would cut: no harm.</param>
/// <param name="Damages">What is not what was written.</param>
public sealed record VerificationReport(
    DirectoryManifest? Manifest,
    Error? KeyProblem,
    string? InUseBy,
    IReadOnlyList<LogFileReport> Files,
    IReadOnlyList<PartitionReport> Partitions,
    int Snapshots,
    IReadOnlyList<TornTail> TornTails,
    IReadOnlyList<StorageDamage> Damages)
{
    /// <summary>Its segments.</summary>
    public IReadOnlyList<SegmentReport> Segments { get; init; } = [];

    /// <summary>Whether a start with the right key would find everything that was ever answered, as far as the keys allowed to look.</summary>
    public bool IsSound => Damages.Count == 0;
}
