namespace FinancialFirewall;

/// <summary>
/// Bugs that the simulation plants to see whether it finds them (docs/simulation.md). Only a build with <c>-p:PlantedBugs=true</c> has them, one at a time; in
/// every other one each is a constant that is false, so that the compiler leaves out what it would do.
/// </summary>
internal static class PlantedBugs
{
#if PLANTED_BUGS
    /// <summary>Where the process keeps the name of the bug that it has.</summary>
    public const string Key = "FinancialFirewall.PlantedBug";

    // The assemblies each have this class; the process has one bug, from some time on.
    private static string? planted;

    /// <summary>A commit is said to be on disk before it was flushed.</summary>
    public static bool SkipLogFlush => Is(nameof(SkipLogFlush));

    /// <summary>Whoever waits for a commit is told at once that it is done.</summary>
    public static bool AcknowledgeEarly => Is(nameof(AcknowledgeEarly));

    /// <summary>The name of a new log file is not made durable.</summary>
    public static bool SkipLogName => Is(nameof(SkipLogName));

    /// <summary>What is found after a start is not put on disk for certain.</summary>
    public static bool TrustUnflushed => Is(nameof(TrustUnflushed));

    /// <summary>A torn tail is not cut off the file.</summary>
    public static bool KeepTornTail => Is(nameof(KeepTornTail));

    /// <summary>Damage in the middle of the log is taken for a torn tail.</summary>
    public static bool TakeDamageForTear => Is(nameof(TakeDamageForTear));

    /// <summary>Every log file uses the same nonces.</summary>
    public static bool ReuseNonce => Is(nameof(ReuseNonce));

    /// <summary>A log file is deleted before the manifest names the segments that hold its records.</summary>
    public static bool DeleteLogBeforeManifest => Is(nameof(DeleteLogBeforeManifest));

    /// <summary>The manifest of the segments is not flushed before it takes the old one's place.</summary>
    public static bool SkipManifestFlush => Is(nameof(SkipManifestFlush));

    /// <summary>A tenant's new keys are not flushed before they seal.</summary>
    public static bool SkipKeyFlush => Is(nameof(SkipKeyFlush));

    /// <summary>A query leaves out the newest segment.</summary>
    public static bool SkipSegmentInQuery => Is(nameof(SkipSegmentInQuery));

    /// <summary>A reference is not looked for in segments.</summary>
    public static bool SkipSegmentInLookup => Is(nameof(SkipSegmentInLookup));

    /// <summary>A cursor begins behind the next record instead of at it.</summary>
    public static bool SkipRecordInCursor => Is(nameof(SkipRecordInCursor));

    /// <summary>A snapshot of what is not committed is taken for one that is.</summary>
    public static bool SnapshotBeforeCommit => Is(nameof(SnapshotBeforeCommit));

    /// <summary>A replay leaves out what was given back.</summary>
    public static bool ForgetReleasesOnReplay => Is(nameof(ForgetReleasesOnReplay));

    /// <summary>A window begins one bucket too early.</summary>
    public static bool WindowTooLong => Is(nameof(WindowTooLong));

    /// <summary>A window begins one bucket too late.</summary>
    public static bool WindowTooShort => Is(nameof(WindowTooShort));

    /// <summary>Rejected payments count in sums.</summary>
    public static bool CountRejected => Is(nameof(CountRejected));

    /// <summary>A partition follows the wall clock back.</summary>
    public static bool ClockGoesBack => Is(nameof(ClockGoesBack));

    /// <summary>Who has claimed a reference is forgotten.</summary>
    public static bool LoseClaim => Is(nameof(LoseClaim));

    /// <summary>Claims are ended before the payments are on disk.</summary>
    public static bool SettleBeforeCommit => Is(nameof(SettleBeforeCommit));

    /// <summary>A lapsed claim is taken over while the partition that held it may still decide.</summary>
    public static bool SkipDrain => Is(nameof(SkipDrain));

    /// <summary>One partition of four is not told of a new policy.</summary>
    public static bool ForgetPartitionOnPublish => Is(nameof(ForgetPartitionOnPublish));

    /// <summary>A publisher is answered before the partitions switch.</summary>
    public static bool AnswerBeforeSwitch => Is(nameof(AnswerBeforeSwitch));

    /// <summary>A window that is new begins empty.</summary>
    public static bool ForgetWindowHistory => Is(nameof(ForgetWindowHistory));

    /// <summary>Windows over other keys begin empty after a start.</summary>
    public static bool ForgetKeyedHistory => Is(nameof(ForgetKeyedHistory));

    /// <summary>A payment that is sent again counts again at its other keys.</summary>
    public static bool ObserveTwice => Is(nameof(ObserveTwice));

    /// <summary>A refund that is sent again gives back again.</summary>
    public static bool ReleaseTwice => Is(nameof(ReleaseTwice));

    /// <summary>More is given back than was paid.</summary>
    public static bool ReleaseTooMuch => Is(nameof(ReleaseTooMuch));

    /// <summary>A refund that was not confirmed is not sent again.</summary>
    public static bool ForgetRelease => Is(nameof(ForgetRelease));

    /// <summary>A reference that comes again with another body gets the first answer.</summary>
    public static bool AcceptOtherBody => Is(nameof(AcceptOtherBody));

    /// <summary>What was decided for good is decided again.</summary>
    public static bool DecideWhatIsClosed => Is(nameof(DecideWhatIsClosed));

    /// <summary>Whoever decided in a review is told so before that is on disk.</summary>
    public static bool AnswerFollowUpEarly => Is(nameof(AnswerFollowUpEarly));

    /// <summary>What a reviewer rejected stays in the sums.</summary>
    public static bool UndoWithoutRelease => Is(nameof(UndoWithoutRelease));

    /// <summary>A new version of a policy keeps what its lists held before.</summary>
    public static bool KeepOldEntries => Is(nameof(KeepOldEntries));

    /// <summary>A draft is still there when it was published.</summary>
    public static bool KeepPublishedDraft => Is(nameof(KeepPublishedDraft));

    private static bool Is(string name) => string.Equals(planted ??= (string?)System.AppContext.GetData(Key), name, System.StringComparison.Ordinal);
#else
    /// <summary>A commit is said to be on disk before it was flushed.</summary>
    public const bool SkipLogFlush = false;

    /// <summary>Whoever waits for a commit is told at once that it is done.</summary>
    public const bool AcknowledgeEarly = false;

    /// <summary>The name of a new log file is not made durable.</summary>
    public const bool SkipLogName = false;

    /// <summary>What is found after a start is not put on disk for certain.</summary>
    public const bool TrustUnflushed = false;

    /// <summary>A torn tail is not cut off the file.</summary>
    public const bool KeepTornTail = false;

    /// <summary>Damage in the middle of the log is taken for a torn tail.</summary>
    public const bool TakeDamageForTear = false;

    /// <summary>Every log file uses the same nonces.</summary>
    public const bool ReuseNonce = false;

    /// <summary>A log file is deleted before the manifest names the segments that hold its records.</summary>
    public const bool DeleteLogBeforeManifest = false;

    /// <summary>The manifest of the segments is not flushed before it takes the old one's place.</summary>
    public const bool SkipManifestFlush = false;

    /// <summary>A tenant's new keys are not flushed before they seal.</summary>
    public const bool SkipKeyFlush = false;

    /// <summary>A query leaves out the newest segment.</summary>
    public const bool SkipSegmentInQuery = false;

    /// <summary>A reference is not looked for in segments.</summary>
    public const bool SkipSegmentInLookup = false;

    /// <summary>A cursor begins behind the next record instead of at it.</summary>
    public const bool SkipRecordInCursor = false;

    /// <summary>A snapshot of what is not committed is taken for one that is.</summary>
    public const bool SnapshotBeforeCommit = false;

    /// <summary>A replay leaves out what was given back.</summary>
    public const bool ForgetReleasesOnReplay = false;

    /// <summary>A window begins one bucket too early.</summary>
    public const bool WindowTooLong = false;

    /// <summary>A window begins one bucket too late.</summary>
    public const bool WindowTooShort = false;

    /// <summary>Rejected payments count in sums.</summary>
    public const bool CountRejected = false;

    /// <summary>A partition follows the wall clock back.</summary>
    public const bool ClockGoesBack = false;

    /// <summary>Who has claimed a reference is forgotten.</summary>
    public const bool LoseClaim = false;

    /// <summary>Claims are ended before the payments are on disk.</summary>
    public const bool SettleBeforeCommit = false;

    /// <summary>A lapsed claim is taken over while the partition that held it may still decide.</summary>
    public const bool SkipDrain = false;

    /// <summary>One partition of four is not told of a new policy.</summary>
    public const bool ForgetPartitionOnPublish = false;

    /// <summary>A publisher is answered before the partitions switch.</summary>
    public const bool AnswerBeforeSwitch = false;

    /// <summary>A window that is new begins empty.</summary>
    public const bool ForgetWindowHistory = false;

    /// <summary>Windows over other keys begin empty after a start.</summary>
    public const bool ForgetKeyedHistory = false;

    /// <summary>A payment that is sent again counts again at its other keys.</summary>
    public const bool ObserveTwice = false;

    /// <summary>A refund that is sent again gives back again.</summary>
    public const bool ReleaseTwice = false;

    /// <summary>More is given back than was paid.</summary>
    public const bool ReleaseTooMuch = false;

    /// <summary>A refund that was not confirmed is not sent again.</summary>
    public const bool ForgetRelease = false;

    /// <summary>A reference that comes again with another body gets the first answer.</summary>
    public const bool AcceptOtherBody = false;

    /// <summary>What was decided for good is decided again.</summary>
    public const bool DecideWhatIsClosed = false;

    /// <summary>Whoever decided in a review is told so before that is on disk.</summary>
    public const bool AnswerFollowUpEarly = false;

    /// <summary>What a reviewer rejected stays in the sums.</summary>
    public const bool UndoWithoutRelease = false;

    /// <summary>A new version of a policy keeps what its lists held before.</summary>
    public const bool KeepOldEntries = false;

    /// <summary>A draft is still there when it was published.</summary>
    public const bool KeepPublishedDraft = false;
#endif
}
