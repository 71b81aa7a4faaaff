namespace FinancialFirewall.Domain.Histories;

/// <summary>A place in bytes that are read in order.</summary>
internal ref struct SnapshotCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes were taken.</summary>
    public int Position { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => bytes.Length - Position;

    /// <summary>Takes the next bytes, if there are so many.</summary>
    public bool TryTake(int length, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (length > Left)
        {
            return false;
        }

        taken = bytes.Slice(Position, length);
        Position += length;
        return true;
    }
}
