using System.Globalization;
using System.Text;

namespace FinancialFirewall.Benchmarks.Steady;

/// <summary>Draws curves over one time axis, one panel a curve, as an SVG picture.</summary>
/// <param name="title">What stands above all panels.</param>
/// <param name="axis">What the horizontal axis counts.</param>
internal sealed class SvgChart(string title, string axis)
{
    private const int Width = 960;
    private const int PanelHeight = 150;
    private const int Gap = 40;
    private const int Left = 90;
    private const int Right = 20;
    private const int Top = 50;
    private const int Lines = 4;

    private readonly StringBuilder panels = new();
    private int count;

    /// <summary>Adds a panel.</summary>
    /// <param name="name">What it shows, with its unit.</param>
    /// <param name="points">Time and value, by time; at least one.</param>
    public void Add(string name, IReadOnlyList<(double At, double Value)> points)
    {
        var top = Top + (count++ * (PanelHeight + Gap));
        var (last, highest) = (Math.Max(points[^1].At, 1), RoundUp(points.Max(static point => point.Value)));
        Write($"<text x=\"{Left}\" y=\"{top - 8}\" class=\"name\">{Escape(name)}</text>\n");
        for (var line = 0; line <= Lines; line++)
        {
            var y = top + PanelHeight - (PanelHeight * line / Lines);
            Write($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" class=\"grid\"/>\n");
            Write($"<text x=\"{Left - 8}\" y=\"{y + 4}\" class=\"value\">{highest * line / Lines:#,0.##}</text>\n");
        }

        Write($"<polyline class=\"curve\" points=\"");
        foreach (var (at, value) in points)
        {
            Write($"{Left + (at / last * (Width - Left - Right)):F1},{top + PanelHeight - (value / highest * PanelHeight):F1} ");
        }

        Write($"\"/>\n<text x=\"{Left}\" y=\"{top + PanelHeight + 16}\" class=\"time\">0</text>");
        Write($"<text x=\"{Width - Right}\" y=\"{top + PanelHeight + 16}\" class=\"value\">{last:#,0} {Escape(axis)}</text>\n");
    }

    /// <summary>The picture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{{Width}}" height="{{Top + (count * (PanelHeight + Gap))}}" font-family="sans-serif" font-size="12">
        <style>.grid{stroke:#ddd}.curve{fill:none;stroke:#0b6;stroke-width:1.5}.value{text-anchor:end;fill:#555}.time{fill:#555}.name{font-weight:bold}.title{font-size:16px}</style>
        <rect width="100%" height="100%" fill="#fff"/>
        <text x="{{Left}}" y="24" class="title">{{Escape(title)}}</text>
        {{panels}}</svg>

        """);

    /// <summary>The next value of the form 1, 2, 2.5 or 5 times a power of ten.</summary>
    private static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1e-9))));
        return ((double[])[1, 2, 2.5, 5, 10]).Select(step => step * power).First(rounded => rounded >= value * (1 - 1e-12));
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private void Write(FormattableString text) => panels.Append(text.ToString(CultureInfo.InvariantCulture));
}
