using FinancialFirewall.Storage.Damages;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What the walk through one log file found.</summary>
/// <param name="End">Where the sound part ends.</param>
/// <param name="Frames">Sound frames of whole commits.</param>
/// <param name="Commits">Whole commits.</param>
/// <param name="TornTail">What can be cut; only in a last file.</param>
/// <param name="Damage">What stopped the walk.</param>
/// <param name="IsNewer">Whether the damage is only that a newer program wrote the file.</param>
internal sealed record LogFileFindings(LogChain End, long Frames, long Commits, TornTail? TornTail, StorageDamage? Damage, bool IsNewer)
{
    /// <summary>Where the last whole commit of a sound file begins; 0 where there is none.</summary>
    public long LastCommit { get; init; }
}
