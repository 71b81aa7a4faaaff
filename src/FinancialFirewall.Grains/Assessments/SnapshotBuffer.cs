using System.Buffers;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Collects a snapshot's bytes in memory of the shared pool, which has it back once the snapshot is saved.</summary>
/// <param name="lastSequence">The sequence that the snapshot goes up to.</param>
/// <param name="expectedBytes">About how long it will be; where it is longer, memory is taken anew and what was written is copied.</param>
internal sealed class SnapshotBuffer(long lastSequence, int expectedBytes) : IBufferWriter<byte>, IDisposable
{
    private const int FirstBytes = 64 * 1024;

    private byte[] bytes = [];
    private int length;

    /// <summary>The sequence that the snapshot goes up to.</summary>
    public long LastSequence => lastSequence;

    /// <summary>What was written; until the buffer is disposed.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <inheritdoc/>
    public void Advance(int count) => length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Return();
        (bytes, length) = ([], 0);
    }

    private void Reserve(int wanted)
    {
        var needed = checked(length + Math.Max(1, wanted));
        if (needed > bytes.Length)
        {
            var room = bytes.Length == 0 ? Math.Max(FirstBytes, expectedBytes) : 2L * bytes.Length;
            var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, room)));
            Written.Span.CopyTo(grown);
            Return();
            bytes = grown;
        }
    }

    private void Return()
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
