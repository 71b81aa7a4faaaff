namespace FinancialFirewall.Storage.States;

/// <summary>One write or deletion of a state, and where it is now; compaction moves it.</summary>
internal sealed class StateVersion(long etag, bool isDeleted, int bytes)
{
    public long ETag => etag;

    public bool IsDeleted => isDeleted;

    /// <summary>The room that it takes in the log.</summary>
    public int Bytes => bytes;

    public required StateGeneration Generation { get; set; }

    public required long Sequence { get; set; }
}
