using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>The entries of one named list, which never change, as conditions ask for them: <c>country in @highRisk</c>. Safe for use from several threads at once.</summary>
public abstract class ListMatcher
{
    /// <summary>Whether the list holds a value at a time; entries that have expired by then do not count. Allocates nothing.</summary>
    /// <param name="utf8">The value's UTF-8 bytes in its normal form.</param>
    /// <param name="at">The time of the assessment.</param>
    public abstract bool Contains(ReadOnlySpan<byte> utf8, Instant at);

    /// <summary>The same for a caller that knows XxHash64 of the value already.</summary>
    /// <param name="utf8">The value's UTF-8 bytes in its normal form.</param>
    /// <param name="hash">XxHash64 of them.</param>
    /// <param name="at">The time of the assessment.</param>
    public virtual bool Contains(ReadOnlySpan<byte> utf8, ulong hash, Instant at) => Contains(utf8, at);

    /// <summary>The entry by which the list holds a value at a time; null where it does not, or where nothing more than the value is known.</summary>
    /// <param name="utf8">The value's UTF-8 bytes in its normal form.</param>
    /// <param name="at">The time of the assessment.</param>
    public virtual ListEntry? FindEntry(ReadOnlySpan<byte> utf8, Instant at) => null;
}
