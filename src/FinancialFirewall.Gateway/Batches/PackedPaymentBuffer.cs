using System.Buffers;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>Collects packed payments back to back in memory that is handed over as a whole, because whoever decides them keeps it.</summary>
internal sealed class PackedPaymentBuffer(int capacity) : IBufferWriter<byte>
{
    private const int UsualPaymentBytes = 512;

    private byte[] bytes = new byte[capacity];

    /// <summary>How many bytes are collected.</summary>
    public int Length { get; private set; }

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

    /// <summary>Hands the memory over; this buffer is empty and without memory afterwards.</summary>
    public byte[] Detach()
    {
        var detached = bytes;
        bytes = [];
        Length = 0;
        return detached;
    }

    private void Reserve(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, UsualPaymentBytes);
        if (bytes.Length < needed)
        {
            Array.Resize(ref bytes, Math.Max(needed, checked(bytes.Length * 2)));
        }
    }
}
