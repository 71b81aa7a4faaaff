using System.Runtime.CompilerServices;

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
public record struct AggregateValue(
    AggregateKind Kind, bool Saturated, long Numerator, int Denominator, ReadOnlyMemory<byte> Text)
{
    private AggregateKind kind = Kind;
    private bool saturated = Saturated;
    private long numerator = Numerator;
    private int denominator = Denominator;
    private ReadOnlyMemory<byte> text = Text;

    /// <summary>What it holds.</summary>
    public AggregateKind Kind
    {
        readonly get => kind;
        init => kind = value;
    }

    /// <summary>Whether a distinct count reached <see cref="MaximumDistinct"/> and may be larger.</summary>
    public bool Saturated
    {
        readonly get => saturated;
        init => saturated = value;
    }

    /// <summary>The number's numerator.</summary>
    public long Numerator
    {
        readonly get => numerator;
        init => numerator = value;
    }

    /// <summary>The number's denominator, at least 1.</summary>
    public int Denominator
    {
        readonly get => denominator;
        init => denominator = value;
    }

    /// <summary>The UTF-8 bytes of a text; valid until the history that gave it is next changed.</summary>
    public ReadOnlyMemory<byte> Text
    {
        readonly get => text;
        init => text = value;
    }

    /// <summary>Where a distinct count stops counting.</summary>
    public const int MaximumDistinct = 256;

    /// <summary>Nothing to compute it from.</summary>
    public static AggregateValue Absent => default;

    /// <summary>Cannot be evaluated.</summary>
    public static AggregateValue Unknown => new(AggregateKind.Unknown, Saturated: false, 0, 1, default);

    /// <summary>A whole number of units.</summary>
    public static AggregateValue OfNumber(long units) => new(AggregateKind.Number, Saturated: false, units, 1, default);

    /// <summary>Becomes a whole number of units, member by member: copying a value that has a text is a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetNumber(long units, bool saturated = false)
        => (kind, this.saturated, numerator, denominator, text) = (AggregateKind.Number, saturated, units, 1, default);
}
