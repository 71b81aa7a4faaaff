namespace FinancialFirewall.Domain.Payments;

/// <summary>Bytes that a reader makes while it reads one payment: unescaped text and normal forms. It grows to what payments need and is used again.</summary>
internal sealed class PaymentScratch
{
    private byte[] bytes = new byte[4096];

    /// <summary>Where the next bytes begin.</summary>
    public int Used { get; private set; }

    /// <summary>Forgets everything, for the next payment.</summary>
    public void Clear() => Used = 0;

    /// <summary>Room for at least <paramref name="length"/> more bytes; they count once they are taken with <see cref="Take"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        if (bytes.Length - Used < length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Used + length));
        }

        return bytes.AsSpan(Used);
    }

    /// <summary>Keeps the first bytes of what was reserved last.</summary>
    public void Take(int length) => Used += length;

    /// <summary>Bytes that were taken.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => bytes.AsSpan(start, length);
}
