using System.Globalization;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// A write or flush of the journal failed. Nothing is retried, because a failed flush may have dropped what it should have kept: the process must stop
/// and recover from what is on disk. No append or commit succeeds after it.
/// </summary>
public sealed class JournalFailedException(string file, long offset, Exception cause)
    : IOException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The journal failed at offset {offset} of '{file}' and accepts nothing more: {cause.Message} Stop the process, mend the disk and start again; what was answered is kept."),
        cause)
{
    /// <summary>The log file that was written.</summary>
    public string File { get; } = file;

    /// <summary>Where the write that failed began, in bytes.</summary>
    public long Offset { get; } = offset;
}
