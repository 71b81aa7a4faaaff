using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>One value of a list.</summary>
/// <param name="Value">The value as it was given, 1 to <see cref="MaximumValueLength"/> characters; card numbers in it are tokens.</param>
/// <param name="ExpiresAt">From when on it no longer counts; null for never.</param>
/// <param name="Reason">Why it is on the list; null where none was given.</param>
public sealed record ListEntry(string Value, Instant? ExpiresAt = null, string? Reason = null)
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaximumValueLength = 512;

    /// <summary>The longest reason, in characters.</summary>
    public const int MaximumReasonLength = 500;

    /// <summary>Where it comes from; null for one that stands in a policy file.</summary>
    public ListOrigin? Origin { get; init; }
}
