namespace FinancialFirewall.Storage.Disks;

/// <summary>A write found no room on the disk.</summary>
public sealed class DiskFullException : IOException
{
    /// <summary>A write to <paramref name="path"/> found only <paramref name="freeBytes"/> bytes of room.</summary>
    public DiskFullException(string path, long freeBytes, Exception? cause = null)
        : base($"No room to write '{path}': {freeBytes} bytes are free on its disk. Make room, then start again.", cause)
    {
        Path = path;
        FreeBytes = freeBytes;
    }

    /// <summary>The file that was written.</summary>
    public string Path { get; }

    /// <summary>How many bytes were free right after the failure.</summary>
    public long FreeBytes { get; }
}
