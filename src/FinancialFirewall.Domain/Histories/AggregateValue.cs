namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// What an aggregate is at one moment. A number is <see cref="Numerator"/> / <see cref="Denominator"/> in units of 10^-scale, where the scale is
/// the aggregated member's (minor units of the base currency for amounts, 0 for counts); only an average has a denominator other than 1.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Saturated">Whether a distinct count reached <see cref="MaximumDistinct"/> and may be larger.</param>
/// <param name="Numerator">The number's numerator.</param>
/// <param name="Denominator">The number's denominator, at least 1.</param>
/// <param name="Text">The UTF-8 bytes of a text; valid until the history that gave it is next changed.</param>
public readonly record struct AggregateValue(
    AggregateKind Kind, bool Saturated, long Numerator, int Denominator, ReadOnlyMemory<byte> Text)
{
    /// <summary>Where a distinct count stops counting.</summary>
    public const int MaximumDistinct = 256;

    /// <summary>Nothing to compute it from.</summary>
    public static AggregateValue Absent => default;

    /// <summary>Cannot be evaluated.</summary>
    public static AggregateValue Unknown => new(AggregateKind.Unknown, Saturated: false, 0, 1, default);

    /// <summary>A whole number of units.</summary>
    public static AggregateValue OfNumber(long units) => new(AggregateKind.Number, Saturated: false, units, 1, default);
}
