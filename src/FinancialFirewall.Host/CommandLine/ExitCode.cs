namespace FinancialFirewall.Host.CommandLine;

/// <summary>What the process tells its caller. The numbers are a contract with scripts and never change.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing was wrong.</summary>
    Done = 0,

    /// <summary>Done as far as possible: some of the input was refused, and said why.</summary>
    InputRefused = 1,

    /// <summary>The command line itself was not understood, or names what does not exist.</summary>
    Usage = 2,

    /// <summary>The data directory is damaged, or of a newer version.</summary>
    StorageDamaged = 3,

    /// <summary>Another process uses the data directory.</summary>
    InUse = 4,

    /// <summary>The policy file differs from what the data directory holds.</summary>
    PolicyDiffers = 5,

    /// <summary>The journal failed while running (a full or broken disk). What was answered is kept.</summary>
    JournalFailed = 6,

    /// <summary>The address to listen on is not available.</summary>
    AddressUnavailable = 7,

    /// <summary>The master key is missing, not the right one, or readable by others.</summary>
    MasterKeyRefused = 8,

    /// <summary>Another site leads, or must be asked first and does not answer.</summary>
    OtherSite = 9,

    /// <summary>A bug; the message says where.</summary>
    InternalError = 70,

    /// <summary>Ended by Ctrl+C before it was done.</summary>
    Interrupted = 130,
}
