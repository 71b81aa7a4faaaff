using System.Globalization;

namespace FinancialFirewall.Evaluation.Charts;

/// <summary>Lines in a square from 0 to 1, as an SVG.</summary>
public static class LineChart
{
    private const int Width = 460;
    private const int Height = 430;
    private const int Left = 60;
    private const int Top = 40;
    private const int Side = 330;
    private const int Steps = 5;

    private static readonly string[] Colours = ["#1d4ed8", "#b45309", "#047857", "#be123c"];

    /// <summary>Draws a chart.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="horizontal">What is measured from left to right.</param>
    /// <param name="vertical">What is measured upwards.</param>
    /// <param name="series">The lines.</param>
    public static string Draw(string title, string horizontal, string vertical, IReadOnlyList<ChartSeries> series)
    {
        var drawing = new SvgDrawing(Width, Height, title);
        DrawGrid(drawing);
        drawing.Text(Left + (Side / 2.0), Height - 10, horizontal, "middle");
        drawing.Text(0, 0, vertical, "middle", string.Create(CultureInfo.InvariantCulture, $"transform=\"translate(16 {Top + (Side / 2)}) rotate(-90)\""));
        for (var i = 0; i < series.Count; i++)
        {
            drawing.Path(series[i].Points.Select(static point => (X(point.X), Y(point.Y))), Colour(series, i), series[i].IsReference);
            drawing.Text(Left + Side + 8, Top + 12 + (16 * i), series[i].Name, "start", $"style=\"fill:{Colour(series, i)}\"");
        }

        return drawing.ToString();
    }

    private static string Colour(IReadOnlyList<ChartSeries> series, int place) => series[place].IsReference ? "#6b7280" : Colours[place % Colours.Length];

    private static void DrawGrid(SvgDrawing drawing)
    {
        for (var step = 0; step <= Steps; step++)
        {
            var value = step / (double)Steps;
            var colour = step == 0 ? "#374151" : "#e5e7eb";
            drawing.Line(X(value), Y(0), X(value), Y(1), colour);
            drawing.Line(X(0), Y(value), X(1), Y(value), colour);
            drawing.Text(X(value), Y(0) + 18, value.ToString("0.0", CultureInfo.InvariantCulture), "middle");
            drawing.Text(X(0) - 8, Y(value) + 4, value.ToString("0.0", CultureInfo.InvariantCulture), "end");
        }
    }

    private static double X(double value) => Left + (value * Side);

    private static double Y(double value) => Top + ((1 - value) * Side);
}
