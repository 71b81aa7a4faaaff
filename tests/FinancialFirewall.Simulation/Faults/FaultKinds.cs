namespace FinancialFirewall.Simulation.Faults;

/// <summary>What can go wrong, or merely happen, in a simulated history. A history has any mixture of them.</summary>
[Flags]
internal enum FaultKinds
{
    None = 0,

    /// <summary>The power goes at any step or disk operation: what was not flushed is there, missing or torn.</summary>
    PowerLoss = 1 << 0,

    /// <summary>Only the process ends: what was written and not flushed is there, until the power goes.</summary>
    ProcessKill = 1 << 1,

    /// <summary>A flush fails, and what it should have kept is lost with the power.</summary>
    FailedFlush = 1 << 2,

    /// <summary>A write fails and leaves what fitted.</summary>
    FailedWrite = 1 << 3,

    /// <summary>Reads fail for some seconds.</summary>
    ReadErrors = 1 << 4,

    /// <summary>The disk is full for a while.</summary>
    FullDisk = 1 << 5,

    /// <summary>Operations of the disk take long, up to longer than callers wait.</summary>
    SlowDisk = 1 << 6,

    /// <summary>A bit of a file rots.</summary>
    BitRot = 1 << 7,

    /// <summary>The wall clock jumps, forward or back.</summary>
    ClockJump = 1 << 8,

    /// <summary>Nobody sends anything for minutes or hours: idle grains end.</summary>
    Lull = 1 << 9,

    /// <summary>A tenant gets a new key.</summary>
    KeyRotation = 1 << 10,

    /// <summary>The firewall stops in good order and starts again.</summary>
    OrderlyStop = 1 << 11,

    /// <summary>Policies are published and toggles changed.</summary>
    Publishing = 1 << 12,

    /// <summary>Payments are refunded, reversed and returned.</summary>
    Refunds = 1 << 13,

    /// <summary>The connections of batches break in the middle.</summary>
    CutBatches = 1 << 14,

    /// <summary>People decide what waits, cancel it, have it retried, claim it, write notes, and report outcomes.</summary>
    Reviews = 1 << 15,

    /// <summary>Entries are put into a list and taken out of it.</summary>
    Lists = 1 << 16,

    /// <summary>Drafts are made, changed, published and discarded.</summary>
    Drafts = 1 << 17,

    All = (1 << 18) - 1,
}
