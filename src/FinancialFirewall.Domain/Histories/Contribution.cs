namespace FinancialFirewall.Domain.Histories;

/// <summary>What one payment adds to one window.</summary>
/// <param name="Counts">Whether the payment passes the window's filter and has the member that is aggregated.</param>
/// <param name="Unknown">Whether that cannot be evaluated (no rate): the window then answers <see cref="AggregateKind.Unknown"/> for this payment.</param>
/// <param name="Number">The number, in units of the member's scale.</param>
/// <param name="TextHash">XxHash64 of the text, for distinct counts over text.</param>
/// <param name="TextStart">Where the text starts in the packed payment.</param>
/// <param name="TextLength">Its length in bytes.</param>
public readonly record struct Contribution(bool Counts, bool Unknown, long Number, ulong TextHash, ushort TextStart, ushort TextLength);
