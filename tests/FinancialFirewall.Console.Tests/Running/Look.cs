using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>How the console looks to somebody: its colours and its size, and what of accessibility depends on them.</summary>
/// <param name="Name">What pictures of it are called.</param>
/// <param name="Scheme">The colours that the reader's system asks for.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rules">The options of axe-core.</param>
internal sealed record Look(string Name, ColorScheme Scheme, int Width, int Height, object Rules)
{
    /// <summary>On a desk, by day; everything is checked.</summary>
    public static Look Light { get; } = new("desktop Light", ColorScheme.Light, 1440, 900, new { resultTypes = Violations, preload = false });

    /// <summary>On a desk, by night; only colours differ from the day.</summary>
    public static Look Dark { get; } = new("desktop Dark", ColorScheme.Dark, 1440, 900, new { resultTypes = Violations, preload = false, runOnly = new[] { ColourRule } });

    /// <summary>On a phone; its colours, which take the longest, are those of the desk.</summary>
    public static Look Phone { get; } = new(
        "phone Light", ColorScheme.Light, 390, 844, new { resultTypes = Violations, preload = false, rules = new Dictionary<string, object>(StringComparer.Ordinal) { [ColourRule] = new { enabled = false } } });

    /// <summary>Every look.</summary>
    public static IReadOnlyList<Look> All { get; } = [Light, Phone, Dark];

    private const string ColourRule = "color-contrast";

    private static string[] Violations => ["violations"];
}
