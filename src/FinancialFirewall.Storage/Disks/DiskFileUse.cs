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

    /// <summary>Reading from front to back, once, in long pieces: nothing of it need stay in memory for whoever reads it again.</summary>
    ReadOnce,

    /// <summary>
    /// Writing from front to back, once: each write continues the one before, nobody reads before the file is opened anew, and what was not flushed when it is closed
    /// need not be there.
    /// </summary>
    WriteOnce,
}
