using System.Buffers;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Bytes that are written over and over.</summary>
internal sealed class ReusedBuffer(int capacity) : IBufferWriter<byte>
{
    /// <summary>The bytes; the first <see cref="Length"/> were written.</summary>
    public byte[] Bytes { get; private set; } = new byte[capacity];

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return Bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return Bytes.AsSpan(Length);
    }

    private void Ensure(int sizeHint)
    {
        if (Bytes.Length - Length < Math.Max(sizeHint, 1))
        {
            var larger = new byte[Math.Max(Bytes.Length * 2, Length + sizeHint)];
            Bytes.AsSpan(0, Length).CopyTo(larger);
            Bytes = larger;
        }
    }
}
