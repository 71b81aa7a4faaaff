using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Writes chunks of facts, which come in the order of their commits.</summary>
internal sealed class ChunkWriter(SegmentFileWriter file)
{
    private readonly PackedWriter raw = new();

    /// <summary>Where the chunks are.</summary>
    public ChunkDirectory Directory { get; } = new();

    public void Add(FactChunk chunk)
    {
        raw.Clear();
        chunk.Write(raw);
        var offset = file.Position;
        var length = file.Add(BlockKind.Facts, raw.Written);
        Directory.Add(new(offset, length, chunk.Count, chunk[0].At, chunk[chunk.Count - 1].At), chunk.Profiles);
    }

    /// <summary>Adds a sealed chunk as it is.</summary>
    public void AddSealed(FactChunk chunk, ReadOnlySpan<byte> sealedBlock)
    {
        var offset = file.Position;
        file.AddSealed(sealedBlock);
        Directory.Add(new(offset, sealedBlock.Length, chunk.Count, chunk[0].At, chunk[chunk.Count - 1].At), chunk.Profiles);
    }
}
