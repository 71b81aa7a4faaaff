using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What one payment adds to one window.</summary>
/// <param name="Counts">Whether the payment passes the window's filter and has the member that is aggregated.</param>
/// <param name="Unknown">Whether that cannot be evaluated (no rate): the window then answers <see cref="AggregateKind.Unknown"/> for this payment.</param>
/// <param name="Number">The number, in units of the member's scale.</param>
/// <param name="TextHash">XxHash64 of the text, for distinct counts over text.</param>
/// <param name="TextStart">Where the text starts in the packed payment.</param>
/// <param name="TextLength">Its length in bytes.</param>
public record struct Contribution(bool Counts, bool Unknown, long Number, ulong TextHash, ushort TextStart, ushort TextLength)
{
    private bool counts = Counts;
    private bool unknown = Unknown;
    private long number = Number;
    private ulong textHash = TextHash;
    private ushort textStart = TextStart;
    private ushort textLength = TextLength;

    /// <summary>Whether the payment passes the window's filter and has the member that is aggregated.</summary>
    public bool Counts
    {
        readonly get => counts;
        init => counts = value;
    }

    /// <summary>Whether that cannot be evaluated (no rate): the window then answers <see cref="AggregateKind.Unknown"/> for this payment.</summary>
    public bool Unknown
    {
        readonly get => unknown;
        init => unknown = value;
    }

    /// <summary>The number, in units of the member's scale.</summary>
    public long Number
    {
        readonly get => number;
        init => number = value;
    }

    /// <summary>XxHash64 of the text, for distinct counts over text.</summary>
    public ulong TextHash
    {
        readonly get => textHash;
        init => textHash = value;
    }

    /// <summary>Where the text starts in the packed payment.</summary>
    public ushort TextStart
    {
        readonly get => textStart;
        init => textStart = value;
    }

    /// <summary>Its length in bytes.</summary>
    public ushort TextLength
    {
        readonly get => textLength;
        init => textLength = value;
    }

    /// <summary>Becomes a number that counts, member by member: a copy of a value that was only just made would wait until all of it is in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetNumber(long units) => (counts, unknown, number, textHash, textStart, textLength) = (true, false, units, 0, 0, 0);

    /// <summary>Becomes a text that counts, in the same way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetText(ulong hash, ushort start, ushort length)
        => (counts, unknown, number, textHash, textStart, textLength) = (true, false, 0, hash, start, length);
}
