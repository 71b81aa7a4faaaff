using System.Buffers;

namespace FinancialFirewall.Gateway.Answers;

/// <summary>Collects bytes, such as packed payments back to back or an answer, in memory of the shared pool, which is handed over as a whole or given back.</summary>
/// <param name="usualBytes">How much memory is taken at first; later as much as was handed over last, where that is more.</param>
internal sealed class PooledBuffer(int usualBytes) : IBufferWriter<byte>
{
    private const int UsualPieceBytes = 512;

    private byte[] bytes = [];
    private int latestBytes;

    /// <summary>How many bytes are collected.</summary>
    public int Length { get; private set; }

    /// <summary>What is collected.</summary>
    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, Length);

    /// <summary>The same as memory; valid until more is collected.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(Length);
    }

    /// <summary>Hands the memory over, which may be given back to the pool; this buffer is empty and without memory afterwards.</summary>
    public byte[] Detach()
    {
        var detached = bytes;
        latestBytes = Length;
        bytes = [];
        Length = 0;
        return detached;
    }

    /// <summary>Gives the memory that was not handed over back to the pool.</summary>
    public void Release() => ArrayPool<byte>.Shared.Return(Detach());

    private void Reserve(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, UsualPieceBytes);
        if (bytes.Length < needed)
        {
            var wanted = bytes.Length == 0 ? Math.Max(usualBytes, latestBytes) : checked(bytes.Length * 2);
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, wanted));
            bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
    }
}
