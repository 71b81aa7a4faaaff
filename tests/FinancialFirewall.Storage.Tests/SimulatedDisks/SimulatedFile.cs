namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>The content of a simulated file: what survives a crash, what programs see, and the changes in between.</summary>
internal sealed class SimulatedFile
{
    private const int SectorBytes = 512;
    private readonly List<(long Offset, byte[]? Bytes)> unflushed = [];

    // Where the writes of each flush began, as far as they were not cut off since.
    private readonly List<long> flushedFrom = [];

    public byte[] Flushed { get; private set; } = [];

    public byte[] Visible { get; private set; } = [];

    /// <summary>Where the writes begin that the last flush kept, of those that are there: what is before them was flushed before them.</summary>
    public long LastFlushedFrom => flushedFrom.LastOrDefault();

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        Visible = Apply(Visible, offset, bytes);
        unflushed.Add((offset, bytes.ToArray()));
    }

    public void Truncate(long length)
    {
        Visible = Visible[..(int)Math.Min(length, Visible.Length)];
        unflushed.Add((length, null));
    }

    /// <summary>Keeps what was written since the last flush; what a failed one has lost is not among it.</summary>
    public void Flush()
    {
        flushedFrom.Add(unflushed.Where(static change => change.Bytes is not null).Select(static change => change.Offset).DefaultIfEmpty(LastFlushedFrom).Min());
        foreach (var (offset, bytes) in unflushed)
        {
            Flushed = bytes is null ? Flushed[..(int)Math.Min(offset, Flushed.Length)] : Apply(Flushed, offset, bytes);
        }

        unflushed.Clear();
        flushedFrom.RemoveAll(start => start >= Flushed.Length);
    }

    /// <summary>A flush that failed leaves the changes neither flushed nor waiting to be flushed.</summary>
    public void LoseUnflushed() => unflushed.Clear();

    /// <summary>Keeps any sectors of the unflushed writes, in any order, and an unflushed cut or not.</summary>
    public void Crash(Random random)
    {
        var content = Flushed;
        foreach (var (offset, bytes) in unflushed)
        {
            content = bytes is null ? Cut(content, offset, random) : Tear(content, offset, bytes, random);
        }

        Flushed = content;
        Visible = content;
        unflushed.Clear();
    }

    public void Flip(long offset, int bit)
    {
        var changed = (byte[])Flushed.Clone();
        changed[offset] ^= (byte)(1 << bit);
        Flushed = changed;
        Visible = changed;
    }

    /// <summary>Changes one bit on the medium, whatever was written around it.</summary>
    public void Rot(long offset, int bit)
    {
        Flushed = Rotten(Flushed, offset, bit);
        Visible = Rotten(Visible, offset, bit);
    }

    private static byte[] Rotten(byte[] content, long offset, int bit)
    {
        if (offset >= content.Length)
        {
            return content;
        }

        var changed = (byte[])content.Clone();
        changed[offset] ^= (byte)(1 << bit);
        return changed;
    }

    private static byte[] Cut(byte[] content, long length, Random random)
        => random.Next(2) == 0 && length < content.Length ? content[..(int)length] : content;

    private static byte[] Tear(byte[] content, long offset, byte[] bytes, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return content;
            case 1:
                return Apply(content, offset, bytes);
            case 2:
                return Apply(content, offset, bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            default:
                for (var start = 0; start < bytes.Length; start += SectorBytes)
                {
                    if (random.Next(2) == 0)
                    {
                        content = Apply(content, offset + start, bytes.AsSpan(start, Math.Min(SectorBytes, bytes.Length - start)));
                    }
                }

                return content;
        }
    }

    private static byte[] Apply(byte[] content, long offset, ReadOnlySpan<byte> bytes)
    {
        var changed = new byte[Math.Max(content.Length, offset + bytes.Length)];
        content.CopyTo(changed, 0);
        bytes.CopyTo(changed.AsSpan((int)offset));
        return changed;
    }
}
