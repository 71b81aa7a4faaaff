namespace FinancialFirewall.Storage.Backups;

/// <summary>What a file of a data directory is to a backup.</summary>
internal enum SourceFileKind
{
    /// <summary>Small, and replaced as a whole: it goes into the catalogue.</summary>
    Catalogued,

    /// <summary>A log file: it grows.</summary>
    Log,

    /// <summary>A segment: it never changes.</summary>
    Segment,

    /// <summary>A snapshot: it never changes, and nobody misses it.</summary>
    Snapshot,
}
