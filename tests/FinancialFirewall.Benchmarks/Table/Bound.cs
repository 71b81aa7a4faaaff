using System.Globalization;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>What a figure should be at least, and what is aimed at.</summary>
/// <param name="AtLeast">What is asked for.</param>
/// <param name="Aim">What would be good.</param>
/// <param name="Format">How the figure is written.</param>
/// <param name="Unit">Its unit, with a space before it where it takes one.</param>
internal sealed record Bound(double AtLeast, double Aim, string Format, string Unit)
{
    /// <summary>A rate divided by a rate.</summary>
    public static Bound Ratio(double atLeast, double aim) => new(atLeast, aim, "F3", "");

    /// <summary>Payments a second.</summary>
    public static Bound Rate(double atLeast, double aim) => new(atLeast, aim, "N0", "/s");

    /// <summary>A figure with one digit behind the point.</summary>
    public static Bound Of(double atLeast, double aim, string unit) => new(atLeast, aim, "N1", unit);

    /// <summary>Whether less is better.</summary>
    private bool IsCeiling => Aim < AtLeast;

    /// <summary>A figure with its unit.</summary>
    public string Text(double value) => value.ToString(Format, CultureInfo.InvariantCulture) + Unit;

    /// <summary>How good a figure is.</summary>
    public string MarkOf(double value) => Reaches(value, Aim) ? "aim" : Reaches(value, AtLeast) ? "pass" : "MISS";

    private bool Reaches(double value, double bound) => IsCeiling ? value <= bound : value >= bound;
}
