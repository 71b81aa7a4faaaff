using System.Globalization;

namespace FinancialFirewall.Evaluation.Charts;

/// <summary>Bars side by side, in groups that are stacked, as an SVG.</summary>
public static class BarChart
{
    private const int Width = 760;
    private const int Height = 280;
    private const int Left = 60;
    private const int Right = 15;
    private const int Top = 40;
    private const int Bottom = 50;
    private const int MostSteps = 5;
    private const double LetterWidth = 6.5;

    private static readonly string[] Colours = ["#1d4ed8", "#b45309", "#047857", "#be123c", "#6d28d9"];

    /// <summary>Draws a chart.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="parts">The names of the parts that are stacked in each bar, the lowest first.</param>
    /// <param name="bars">What stands below each bar, and the value of each of its parts, at least 0.</param>
    public static string Draw(string title, IReadOnlyList<string> parts, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> bars)
    {
        var drawing = new SvgDrawing(Width, Height, title);
        var gap = RoundStep(Math.Max(1e-9, bars.Select(static bar => bar.Values.Sum()).DefaultIfEmpty().Max()), out var steps);
        var greatest = gap * steps;
        DrawGrid(drawing, gap, steps);
        var step = (Width - Left - Right) / (double)Math.Max(1, bars.Count);
        var labelEvery = (int)Math.Ceiling((bars.Select(static bar => bar.Name.Length).DefaultIfEmpty().Max() + 1) * LetterWidth / step);
        for (var i = 0; i < bars.Count; i++)
        {
            DrawBar(drawing, parts, bars[i], Left + (i * step), step, greatest);
            if (i % labelEvery == 0)
            {
                drawing.Text(Left + ((i + 0.5) * step), Height - Bottom + 16, bars[i].Name, "middle", "font-size=\"11\"");
            }
        }

        DrawLegend(drawing, parts);
        return drawing.ToString();
    }

    private static void DrawBar(SvgDrawing drawing, IReadOnlyList<string> parts, (string Name, IReadOnlyList<double> Values) bar, double x, double step, double greatest)
    {
        var below = 0.0;
        for (var part = 0; part < bar.Values.Count; part++)
        {
            var (from, to) = (Y(below, greatest), Y(below + bar.Values[part], greatest));
            drawing.Rectangle(x + (step * 0.1), to, step * 0.8, from - to, Colours[part % Colours.Length], $"{bar.Name}, {parts[part]}: {Number(bar.Values[part])}");
            below += bar.Values[part];
        }
    }

    /// <summary>The least of 1, 2, 2.5 and 5 times a power of ten that reaches a value in few steps.</summary>
    private static double RoundStep(double greatest, out int steps)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(greatest / MostSteps)));
        var gap = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(gap => greatest / gap <= MostSteps);
        steps = (int)Math.Ceiling(Math.Round(greatest / gap, 9));
        return gap;
    }

    private static void DrawGrid(SvgDrawing drawing, double gap, int steps)
    {
        for (var step = 0; step <= steps; step++)
        {
            var (value, greatest) = (gap * step, gap * steps);
            drawing.Line(Left, Y(value, greatest), Width - Right, Y(value, greatest), step == 0 ? "#374151" : "#e5e7eb");
            drawing.Text(Left - 8, Y(value, greatest) + 4, Number(value), "end");
        }
    }

    private static void DrawLegend(SvgDrawing drawing, IReadOnlyList<string> parts)
    {
        var x = (double)Left;
        for (var part = 0; part < parts.Count; part++)
        {
            drawing.Rectangle(x, Height - 18, 10, 10, Colours[part % Colours.Length], "");
            drawing.Text(x + 15, Height - 9, parts[part], "start");
            x += 35 + (parts[part].Length * 7);
        }
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    private static double Y(double value, double greatest) => Top + ((1 - (value / greatest)) * (Height - Top - Bottom));
}
