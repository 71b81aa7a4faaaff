using System.Globalization;
using System.Net;
using System.Text;

namespace FinancialFirewall.Evaluation.Charts;

/// <summary>A picture as a text; white behind, so that it can be read on any page. The same calls give the same bytes.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder text = new();

    public SvgDrawing(int width, int height, string title)
    {
        Raw(Format($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"12\">"));
        Raw($"<title>{WebUtility.HtmlEncode(title)}</title>");
        Rectangle(0, 0, width, height, "#ffffff", "");
        Text(width / 2.0, 22, title, "middle", "font-size=\"15\" font-weight=\"600\"");
    }

    /// <summary>A straight line.</summary>
    public void Line(double fromX, double fromY, double toX, double toY, string colour)
        => Raw(Format($"<line x1=\"{fromX:0.##}\" y1=\"{fromY:0.##}\" x2=\"{toX:0.##}\" y2=\"{toY:0.##}\" stroke=\"{colour}\"/>"));

    /// <summary>A filled rectangle; what it says appears under the pointer.</summary>
    public void Rectangle(double x, double y, double width, double height, string colour, string says)
        => Raw(Format($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{colour}\">{(says.Length == 0 ? "" : $"<title>{WebUtility.HtmlEncode(says)}</title>")}</rect>"));

    /// <summary>A line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string colour, bool isDashed)
    {
        var places = string.Join(' ', points.Select(static point => Format($"{point.X:0.##},{point.Y:0.##}")));
        Raw($"<polyline points=\"{places}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{(isDashed ? " stroke-dasharray=\"5 5\"" : "")}/>");
    }

    /// <summary>A text; <paramref name="anchor"/> is start, middle or end.</summary>
    public void Text(double x, double y, string says, string anchor, string attributes = "")
        => Raw(Format($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" fill=\"#1f2937\" {attributes}>{WebUtility.HtmlEncode(says)}</text>"));

    /// <summary>The whole picture.</summary>
    public override string ToString() => $"{text}</svg>\n";

    private static string Format(FormattableString markup) => markup.ToString(CultureInfo.InvariantCulture);

    private void Raw(string markup) => text.Append(markup).Append('\n');
}
