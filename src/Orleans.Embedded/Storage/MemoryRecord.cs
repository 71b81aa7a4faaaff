namespace Orleans.Storage;

/// <summary>One record; a class, so that one that was replaced is told from one that only looks the same.</summary>
internal sealed class MemoryRecord(long version, byte[] content)
{
    public long Version { get; } = version;

    public byte[] Content { get; } = content;
}
