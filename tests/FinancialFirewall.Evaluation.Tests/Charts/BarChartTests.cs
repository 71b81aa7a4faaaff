using System.Xml.Linq;
using FinancialFirewall.Evaluation.Charts;

namespace FinancialFirewall.Evaluation.Tests.Charts;

public sealed class BarChartTests
{
    [Fact]
    public void Draw_TwoBarsOfTwoParts_StacksThemToTheGreatestSum()
    {
        var svg = BarChart.Draw("T & U", ["low", "high"], [("a", [1, 3]), ("b", [2, 0])]);
        XNamespace space = "http://www.w3.org/2000/svg";
        var bars = XDocument.Parse(svg).Descendants(space + "rect").Where(rect => rect.Element(space + "title") is not null)
            .ToDictionary(rect => rect.Element(space + "title")!.Value, rect => (Y: double.Parse(rect.Attribute("y")!.Value, null), Height: double.Parse(rect.Attribute("height")!.Value, null)));

        Assert.Equal((182.5, 47.5), bars["a, low: 1"]);
        Assert.Equal((40, 142.5), bars["a, high: 3"]);
        Assert.Equal((135, 95), bars["b, low: 2"]);
    }

    [Fact]
    public void Draw_NoBars_IsAnEmptyChart() => Assert.Equal("svg", XDocument.Parse(BarChart.Draw("nothing", [], [])).Root!.Name.LocalName);
}
