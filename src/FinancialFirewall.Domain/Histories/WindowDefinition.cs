namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// One aggregate over one sliding window (t − w, t]. Which payments contribute, and with what, is worked out by the policy: a history only sees
/// <see cref="Contribution"/>s.
/// </summary>
/// <param name="Id">The aggregate's canonical text in the expression language; equal ids keep their history across policy versions.</param>
/// <param name="Function">What is computed.</param>
/// <param name="WindowSeconds">The window's length, 1 second to 90 days. Buckets are 1 s up to one hour, 1 min up to 24 h, 1 h beyond.</param>
/// <param name="OverText">Whether <see cref="AggregateFunction.Distinct"/> and <see cref="AggregateFunction.Last"/> look at texts rather than numbers.</param>
/// <param name="SeriesId">
/// The canonical text of what is aggregated, without function and window (<c>amount where country = "FR"</c>). Windows with equal series ids are
/// given equal contributions, so those of the same bucket width share their buckets; <see langword="null"/> shares with none.
/// </param>
public sealed record WindowDefinition(string Id, AggregateFunction Function, long WindowSeconds, bool OverText, string? SeriesId = null)
{
    /// <summary>The longest window: 90 days.</summary>
    public const long MaximumSeconds = 90L * 24 * 3600;

    /// <summary>The most windows that one policy may have.</summary>
    public const int MaximumPerPolicy = 32;

    /// <summary>The longest <see cref="Id"/> or <see cref="SeriesId"/>, in UTF-16 characters: as long as an expression may be.</summary>
    public const int MaximumIdLength = 4096;
}
