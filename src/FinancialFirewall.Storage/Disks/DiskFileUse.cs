namespace FinancialFirewall.Storage.Disks;

/// <summary>What a file is opened for.</summary>
public enum DiskFileUse
{
    /// <summary>Reading only.</summary>
    Read,

    /// <summary>Reading and a few writes, after which the file is closed.</summary>
    Write,

    /// <summary>Reading and a long life of appends: the disk gives the file a writer of its own, so that no other file's work delays it.</summary>
    Append,
}
